import { CELLS, type ImportTarget } from '../../http/csv-import.js';
import { CreateIdToken, type IdTokenView } from './dto/id-token.dto.js';
import { tokenKeyOf } from './id-token.js';
import type { IdTokensService } from './id-tokens.service.js';

/** The columns of tokens, in the order in which they are exported. */
const CELLS_OF_TOKEN = {
  value: CELLS.word,
  type: CELLS.word,
  status: CELLS.word,
  expiresAt: CELLS.text,
  cacheExpiresAt: CELLS.text,
  groupId: CELLS.text,
  chargingPriority: CELLS.number,
  language1: CELLS.text,
  language2: CELLS.text,
  personalMessage: CELLS.json,
  validAt: CELLS.json,
  note: CELLS.text,
  id: CELLS.ignored,
  createdAt: CELLS.ignored,
  updatedAt: CELLS.ignored,
} as const;

type Column = keyof typeof CELLS_OF_TOKEN;

export const TOKEN_COLUMNS = Object.keys(CELLS_OF_TOKEN) as Column[];

/** A token as a line of a spreadsheet; without PIN codes, which nobody is shown. */
export const toExportedToken = ({ personalMessage, validAt, ...token }: IdTokenView): Record<Column, unknown> => ({
  ...token,
  personalMessage: personalMessage && JSON.stringify(personalMessage),
  validAt: validAt && JSON.stringify(validAt),
});

/** Tokens out of a CSV. */
export const importedTokens = (tokens: IdTokensService, dryRun: boolean): ImportTarget<CreateIdToken> => ({
  cells: CELLS_OF_TOKEN,
  type: CreateIdToken,
  keyOf: tokenKeyOf,
  nameOf: ({ type, value }) => (type === 'KeyCode' ? null : value),
  take: async (token) => ({ outcome: await tokens.put(token, dryRun) }),
});
