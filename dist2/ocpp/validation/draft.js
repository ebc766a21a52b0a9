/** An object that is copied when it is first changed. */
export class Draft {
    original;
    value;
    constructor(original) {
        this.original = original;
        this.value = original;
    }
    set(name, value) {
        if (this.value[name] !== value)
            this.copy()[name] = value;
    }
    drop(name) {
        delete this.copy()[name];
    }
    copy() {
        if (this.value === this.original)
            this.value = { ...this.original };
        return this.value;
    }
}
//# sourceMappingURL=draft.js.map