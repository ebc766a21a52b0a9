export {};
//# sourceMappingURL=tolerant.js.map