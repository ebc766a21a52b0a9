export type JsonObject = Record<string, unknown>;

/** An object that is copied when it is first changed. */
export class Draft {
  value: JsonObject;

  constructor(private readonly original: JsonObject) {
    this.value = original;
  }

  set(name: string, value: unknown): void {
    if (this.value[name] !== value) this.copy()[name] = value;
  }

  drop(name: string): void {
    delete this.copy()[name];
  }

  private copy(): JsonObject {
    if (this.value === this.original) this.value = { ...this.original };
    return this.value;
  }
}
