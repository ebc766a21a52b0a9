const LONGEST = 100;

/** The name of an uploaded file as it may stand in a header and on any disk; undefined where nothing is left of it. */
export function safeFileName(name: string): string | undefined {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  const safe = last
    .replace(/[^A-Za-z0-9._-]+/g, '_')
    .replace(/^[._]+/, '')
    .slice(-LONGEST);
  return safe.replace(/^\.+/, '') || undefined;
}
