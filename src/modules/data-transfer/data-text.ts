/** Data for a version in which it is a text: a text as it is, anything else as JSON. */
export const toText = (data: unknown): string => (typeof data === 'string' ? data : JSON.stringify(data));
