import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { columns } from '../../../database/columns.js';
import { storable, storableOrNull } from '../../../database/storable-text.js';
import { isSecretName } from '../../../ocpp/index.js';
import { attributeKey, type AttributeAddress, type VariableAddress } from './variable-address.js';

/** Which message told a value, in 2.0.1 words. */
export type ObservationSource = 'GetVariables' | 'SetVariables' | 'NotifyReport' | 'NotifyEvent';

/** What a station told about one attribute of a variable. What is undefined was not told and stays as it is known. */
export interface Observation extends AttributeAddress {
  readonly value?: string | null;
  readonly mutability?: string | null;
  readonly persistent?: boolean | null;
  readonly constant?: boolean | null;
  readonly characteristics?: Record<string, unknown> | null;
}

/** The same with a time of its own. */
export interface TimedObservation extends Observation {
  /** When it was so; the time of the message where it is absent. */
  readonly at?: Date;
}

interface Row extends Observation {
  readonly stationUuid: string;
  readonly key: string;
  readonly source: ObservationSource;
  readonly at: Date;
}

const ROW = columns<Row>({
  station_id: ['uuid', ({ stationUuid }) => stationUuid],
  address_key: ['digest', ({ key }) => key],
  component: ['text', ({ component }) => storable(component)],
  component_instance: ['text', ({ componentInstance }) => storableOrNull(componentInstance)],
  evse_id: ['int', ({ evseId }) => evseId],
  connector_id: ['int', ({ connectorId }) => connectorId],
  variable: ['text', ({ variable }) => storable(variable)],
  instance: ['text', ({ instance }) => storableOrNull(instance)],
  attribute_type: ['word', ({ attributeType }) => attributeType ?? 'Actual'],
  value: ['text', (row) => (isHidden(row) ? null : storableOrNull(row.value))],
  mutability: ['word', ({ mutability }) => mutability],
  persistent: ['boolean', ({ persistent }) => persistent],
  constant: ['boolean', ({ constant }) => constant],
  characteristics: ['text', ({ characteristics }) => characteristics && storable(JSON.stringify(characteristics))],
  source: ['word', ({ source }) => source],
  observed_at: ['timestamptz', ({ at }) => at],
});

const KNOWN_BEFORE = ['mutability', 'persistent', 'constant', 'characteristics']
  .map((column) => `${column} = coalesce(excluded.${column}, known.${column})`)
  .join(', ');

/** A value that is older than the known one changes nothing; one that can only be written is never kept. */
const NOTE = `INSERT INTO device_variables AS known (${ROW.names})
  SELECT ${ROW.select.replace('t.characteristics', 't.characteristics::json')} FROM ${ROW.unnest}
  ON CONFLICT (station_id, address_key) DO UPDATE
  SET value = CASE WHEN known.mutability = 'WriteOnly' AND excluded.mutability IS NULL THEN NULL ELSE excluded.value END,
    source = excluded.source, observed_at = excluded.observed_at, ${KNOWN_BEFORE}
  WHERE excluded.observed_at >= known.observed_at`;

/** Statements of a transaction, or on their own. */
export type Run = (sql: string, parameters: unknown[]) => Promise<unknown>;

const isHidden = ({ variable, mutability }: Observation): boolean =>
  isSecretName(variable) || mutability === 'WriteOnly';

/** An observation as it may be kept and shown. */
export const shown = (observation: Observation): Required<Observation> => ({
  component: observation.component,
  componentInstance: observation.componentInstance ?? null,
  evseId: observation.evseId ?? null,
  connectorId: observation.connectorId ?? null,
  variable: observation.variable,
  instance: observation.instance ?? null,
  attributeType: observation.attributeType ?? 'Actual',
  value: isHidden(observation) ? null : (observation.value ?? null),
  mutability: observation.mutability ?? null,
  persistent: observation.persistent ?? null,
  constant: observation.constant ?? null,
  characteristics: observation.characteristics ?? null,
});

/** What each station told about its components and variables, and when. Secrets are never kept. */
@Injectable()
export class DeviceModel {
  constructor(private readonly dataSource: DataSource) {}

  /** Keeps what a station told; of several values of one attribute the latest. Committed when it resolves. */
  async note(
    stationUuid: string,
    observations: readonly TimedObservation[],
    source: ObservationSource,
    at: Date,
    run: Run = (sql, parameters) => this.dataSource.query(sql, parameters),
  ): Promise<void> {
    const last = new Map<string, Row>();
    for (const each of observations) {
      const key = attributeKey(each);
      const row = { ...each, stationUuid, key, source, at: each.at ?? at };
      const other = last.get(key);
      if (!other || other.at <= row.at) last.set(key, row);
    }
    // in one order for all, so that two that note at once do not wait for each other
    const rows = [...last.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
    if (rows.length > 0) await run(NOTE, ROW.values(rows));
  }

  /** The actual value of a variable, as far as it is known. */
  async valueOf(stationUuid: string, address: VariableAddress): Promise<string | undefined> {
    return (await this.toldOf(stationUuid, address))?.value ?? undefined;
  }

  /** The same with the time at which the station told it. */
  async toldOf(
    stationUuid: string,
    address: VariableAddress,
  ): Promise<{ readonly value: string | null; readonly at: Date } | undefined> {
    const [row] = await this.dataSource.query<{ value: string | null; at: Date }[]>(
      `SELECT value, observed_at AS at FROM device_variables
       WHERE station_id = $1 AND address_key = decode($2, 'hex')`,
      [stationUuid, attributeKey(address)],
    );
    return row;
  }

  /** The same as a number above zero; undefined where it is none. */
  async limitOf(stationUuid: string, address: VariableAddress): Promise<number | undefined> {
    const limit = Number(await this.valueOf(stationUuid, address));
    return Number.isInteger(limit) && limit > 0 ? limit : undefined;
  }
}
