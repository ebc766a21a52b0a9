import type { LogRequest } from '../entities/log-request.entity.js';

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

/** What the log of a request is called: by its upload, else as the station announced it, which may come later. */
export const fileNameOf = ({
  fileName,
  announcedFileName,
  requestId,
}: Pick<LogRequest, 'fileName' | 'announcedFileName' | 'requestId'>): string =>
  fileName ?? safeFileName(announcedFileName ?? '') ?? `log-${requestId}`;
