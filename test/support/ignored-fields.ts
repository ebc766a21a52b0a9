/** A field that is kept nowhere but in the log of messages. */
export interface IgnoredField {
  /** With everything below it: `eventData.0.component` */
  readonly field: string;
  readonly because: string;
}

/** What stations say and no list or view shows. Every entry has its reason; the list only ever gets shorter. */
export const IGNORED_FIELDS: Readonly<Record<string, readonly IgnoredField[]>> = {};
