export {};
//# sourceMappingURL=v16.js.map