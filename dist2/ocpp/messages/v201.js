export {};
//# sourceMappingURL=v201.js.map