// A station whose version is only known at run time (V is a union, as in tests that go through all versions) may use
// the actions of every one of them; its payloads are then those of any version that has the action.
export {};
//# sourceMappingURL=typed-calls.js.map