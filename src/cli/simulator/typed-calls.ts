// A station whose version is only known at run time (V is a union, as in tests that go through all versions) may use
// the actions of every one of them; its payloads are then those of any version that has the action.

/** The actions of a table of messages in version V. */
export type ActionIn<Table, V> = V extends keyof Table ? keyof Table[V] & string : never;

/** The payload of an action in version V. */
export type PayloadIn<Table, V, A> = V extends keyof Table ? (A extends keyof Table[V] ? Table[V][A] : never) : never;
