import { readdirSync } from 'node:fs';
import path from 'node:path';

/** Files of a folder whose names end in this, as sorted paths with slashes. */
export const filesBelow = (folder, ending) =>
  readdirSync(folder, { recursive: true })
    .filter((file) => file.endsWith(ending))
    .map((file) => [folder, ...file.split(path.sep)].join('/'))
    .sort();
