export {};
//# sourceMappingURL=v20.js.map