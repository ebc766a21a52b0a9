import type { Session } from '../session.js';
import type { Span } from './period.js';

/** A partition with the span of its rows. */
export interface Partition extends Span {
  readonly name: string;
  /** When it was made, by the clock of the database; null for one that TAU's job did not make. */
  readonly madeAt: Date | null;
}

/** How the rows of a table are divided. */
export interface Division {
  readonly partitions: readonly Partition[];
  /** The partition of rows that belong to no other. */
  readonly rest: string | undefined;
}

/** Whether a partition was made. */
export interface Made {
  readonly obstacle?: string;
}

/** What a dropped partition held. */
export interface Dropped {
  /** As PostgreSQL last counted them. */
  readonly rows: number;
  readonly bytes: number;
}

/** Longest time, in milliseconds, for which messages of stations may have to wait behind a change of a table. */
const WAIT_MS = 300;
const WORK_MS = 20_000;
/** Rows that move to the partition they belong to while it is made. More of them would take too long. */
const MOST_MOVED = 20_000;

const LIST = `
  SELECT c.relname AS name, pg_get_expr(c.relpartbound, c.oid) = 'DEFAULT' AS "isRest",
         span[1]::timestamptz AS "from", span[2]::timestamptz AS "to",
         substring(obj_description(c.oid, 'pg_class') FROM '^made (\\S+)$')::timestamptz AS "madeAt"
  FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
  CROSS JOIN LATERAL regexp_match(pg_get_expr(c.relpartbound, c.oid), 'FROM \\(''([^'']+)''\\) TO \\(''([^'']+)''\\)')
    AS span
  WHERE i.inhparent = $1::regclass ORDER BY "from"`;

/** The partitions of a table, made and dropped without keeping writers waiting. Names are our own, never an operator's. */
export class Partitions {
  constructor(
    private readonly session: Session,
    private readonly table: string,
  ) {}

  async division(): Promise<Division> {
    const rows = await this.session.rows<Partition & { isRest: boolean }>(LIST, [this.table]);
    return {
      partitions: rows.filter(({ from }) => from !== null).map(({ isRest: _, ...partition }) => partition),
      rest: rows.find(({ isRest }) => isRest)?.name,
    };
  }

  /**
   * Makes the partition of a span. Rows of it that were stored before, in the partition of all that has no other, move
   * along.
   * @param at the time by the clock of the database, which is noted on the partition
   * @returns why it cannot be made; the span then stays without a partition of its own
   */
  make(name: string, { from, to }: Span, rest: string | undefined, at: Date): Promise<Made> {
    return this.changing(async () => {
      const span = [from.toISOString(), to.toISOString()];
      const strays = rest === undefined ? 0 : await this.straysIn(rest, span);
      if (strays > MOST_MOVED) return { obstacle: `too many rows of its span lie in ${rest} already` };
      if (await this.exists(name)) return { obstacle: 'there is a table of this name that is no partition' };
      await this.session.rows(`CREATE TABLE "${name}" (LIKE "${this.table}" INCLUDING ALL)`);
      await this.session.rows(`COMMENT ON TABLE "${name}" IS 'made ${at.toISOString()}'`);
      if (strays > 0) await this.move(rest!, name, span);
      // made apart and attached: unlike CREATE ... PARTITION OF this lets everybody go on writing and reading meanwhile
      await this.session.rows(
        `ALTER TABLE "${this.table}" ATTACH PARTITION "${name}" FOR VALUES FROM ('${span[0]}') TO ('${span[1]}')`,
      );
      return {};
    });
  }

  /** Drops a partition with all its rows. */
  drop(name: string): Promise<Dropped> {
    return this.changing(async () => {
      const [{ rows, bytes }] = (await this.session.rows(
        `SELECT reltuples::bigint AS rows, pg_total_relation_size(oid) AS bytes FROM pg_class WHERE oid = $1::regclass`,
        [name],
      )) as [{ rows: string; bytes: string }];
      // DETACH CONCURRENTLY is not to be had for a table with a default partition
      await this.session.rows(`DROP TABLE "${name}"`);
      return { rows: Math.max(0, Number(rows)), bytes: Number(bytes) };
    });
  }

  async isEmpty(name: string): Promise<boolean> {
    return (await this.session.rows(`SELECT 1 FROM "${name}" LIMIT 1`)).length === 0;
  }

  private async exists(name: string): Promise<boolean> {
    const [{ found }] = (await this.session.rows('SELECT to_regclass($1) IS NOT NULL AS found', [`"${name}"`])) as [
      { found: boolean },
    ];
    return found;
  }

  private async straysIn(rest: string, span: string[]): Promise<number> {
    const [{ count }] = (await this.session.rows(
      `SELECT count(*)::int FROM (
         SELECT 1 FROM "${rest}" WHERE received_at >= $1 AND received_at < $2 LIMIT ${MOST_MOVED + 1}) strays`,
      span,
    )) as [{ count: number }];
    return count;
  }

  private async move(rest: string, name: string, span: string[]): Promise<void> {
    // What came into this span a moment later would bar the way. And whoever has begun to read, and waits for the rest,
    // knows nothing of the new partition: what had moved there meanwhile it would not see. So all wait before they begin.
    await this.session.rows(`LOCK TABLE "${this.table}" IN ACCESS EXCLUSIVE MODE`);
    const belongs = 'received_at >= $1 AND received_at < $2';
    await this.session.rows(`INSERT INTO "${name}" SELECT * FROM "${rest}" WHERE ${belongs}`, span);
    await this.session.rows(`DELETE FROM "${rest}" WHERE ${belongs}`, span);
  }

  private changing<T>(work: () => Promise<T>): Promise<T> {
    return this.session.transaction(async () => {
      await this.session.rows(`SET LOCAL lock_timeout = ${WAIT_MS}`);
      await this.session.rows(`SET LOCAL statement_timeout = ${WORK_MS}`);
      return work();
    });
  }
}
