import { ApiProperty } from '@nestjs/swagger';

/** One sampled value. */
export class MeterValueView {
  /** Station time. */
  timestamp: Date;

  /** When it arrived. */
  receivedAt: Date;

  /** As in OCPP, e.g. Energy.Active.Import.Register or Power.Active.Import. */
  measurand: string;

  /** In the base unit (Wh, W, A, V ...); null where it is no number, as in signed data. */
  @ApiProperty({ type: Number, nullable: true })
  value: number | null;

  @ApiProperty({ type: String, nullable: true })
  unit: string | null;

  /** As the station wrote it, to the byte. */
  rawValue: string;

  /** As the station wrote it, where TAU changed it. */
  @ApiProperty({ type: String, nullable: true })
  rawUnit: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'L1, L2, L3, N, L1-N ...; null: all phases' })
  phase: string | null;

  /** Why it was taken: Sample.Periodic, Transaction.Begin ... */
  context: string;

  /** Where it was taken: Outlet, Inlet, EV ... */
  location: string;

  @ApiProperty({ enum: ['Raw', 'SignedData'], enumName: 'MeterValueFormat' })
  format: 'Raw' | 'SignedData';

  @ApiProperty({ type: Object, nullable: true, description: '2.x signed meter value with its public key, as it came' })
  signed: Record<string, unknown> | null;

  @ApiProperty({ type: Number, nullable: true })
  evseId: number | null;
}

/** A page of sampled values in the order of station time. */
export class MeterValuePage {
  @ApiProperty({ type: [MeterValueView] })
  items: MeterValueView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}
