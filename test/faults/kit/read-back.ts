import { ApiProblem, type Operator } from '../../support/operator.js';
import type { StoredTransaction } from '../ledger.js';

const REQUESTS_AT_ONCE = 8;

/** All transactions with their events, through REST as any operator reads them. */
export async function readBack(operator: Operator): Promise<StoredTransaction[]> {
  const found: StoredTransaction[] = [];
  for await (const items of pages(operator)) {
    const rest = items.values();
    const worker = async (): Promise<void> => {
      for (const { id, stationId, state, energyWh } of rest) {
        const events = await operator.events(id);
        found.push({ stationId, state, energyWh, events: events.map(({ raw }) => raw) });
      }
    };
    await Promise.all(Array.from({ length: REQUESTS_AT_ONCE }, worker));
  }
  return found;
}

interface Item {
  readonly id: string;
  readonly stationId: string;
  readonly state: string;
  readonly energyWh: number | null;
}

async function* pages(operator: Operator): AsyncGenerator<Item[]> {
  for (let next = ''; ;) {
    const { status, body } = await operator.get(`/transactions?limit=500${next}`);
    if (status !== 200) throw new ApiProblem(status, body);
    yield body.items;
    if (!body.nextCursor) return;
    next = `&cursor=${body.nextCursor}`;
  }
}
