import { ApiProperty, ApiPropertyOptional, OmitType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsString,
  Length,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { CommandView } from '../../../commands/index.js';
import { NoControlCharacters } from '../../../common/no-control-characters.js';
import {
  COMPONENT_CRITERIA,
  type ComponentCriterion,
  REPORT_BASES,
  REPORT_STATES,
  type ReportBase,
  type ReportState,
} from '../reports/report.js';
import { AttributeView } from './device-model.dto.js';
import { VariableName } from './variables.dto.js';

const given = (_: object, value: unknown): boolean => value !== undefined;

/** A component of which to report, or one variable of it. */
export class ReportedComponentDto extends OmitType(VariableName, ['variable', 'attributeType']) {
  /** Absent: all variables of the component. */
  @ApiPropertyOptional({ minLength: 1, maxLength: 50 })
  @ValidateIf(given)
  @IsString()
  @Length(1, 50)
  @NoControlCharacters()
  variable?: string;
}

/** What a report is to hold: a base, or what meets one of the criteria and is among the variables. */
export class AskReport {
  /** `FullInventory`: everything; `ConfigurationInventory`: what can be set; `SummaryInventory`: what needs attention. */
  @ApiPropertyOptional({ enum: REPORT_BASES, enumName: 'ReportBase' })
  @ValidateIf(given)
  @IsIn(REPORT_BASES)
  base?: ReportBase;

  /** Components that are one of these. OCPP 2.0.1 only. */
  @ApiPropertyOptional({ enum: COMPONENT_CRITERIA, enumName: 'ComponentCriterion', isArray: true })
  @ValidateIf(given)
  @IsArray()
  @ArrayUnique()
  @IsIn(COMPONENT_CRITERIA, { each: true })
  componentCriteria?: ComponentCriterion[];

  /** OCPP 2.0.1 only; values of single variables are also read by `POST /stations/{stationId}/variables/query`. */
  @ApiPropertyOptional({ type: [ReportedComponentDto], maxItems: 500 })
  @ValidateIf(given)
  @IsArray()
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => ReportedComponentDto)
  variables?: ReportedComponentDto[];
}

/** The command for a report, with the report that it asks for. */
export class AskedReportView extends CommandView {
  /** By which `GET /stations/{stationId}/reports/{reportId}` finds it. */
  @ApiProperty({ format: 'uuid' })
  reportId: string;
}

/** A report about the device model of a station. */
export class ReportView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  /**
   * `waiting` for the first part, `receiving`, `complete`; `incomplete`: parts are missing and will not come any more;
   * `empty`: the station has nothing to report; `refused` by the station; `failed`: it gave no answer.
   */
  @ApiProperty({ enum: REPORT_STATES, enumName: 'ReportState' })
  state: ReportState;

  /** The base that was asked for, `Custom`, or `Unasked` for parts that nobody asked for. */
  kind: string;

  /** Of a custom report: what was asked for. */
  @ApiProperty({ type: Object, additionalProperties: true, nullable: true })
  criteria: Record<string, unknown> | null;

  /** `operator`, `boot` for one that TAU asked for after a boot, or `station` for one that nobody asked for. */
  askedBy: string;

  /** By which the station's parts name it. */
  @ApiProperty({ type: 'integer' })
  requestId: number;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  commandId: string | null;

  /** What the station answered to the request; the code of the problem where it gave no answer. */
  @ApiProperty({ type: String, nullable: true })
  answer: string | null;

  /** The firmware that the station had when it was asked. */
  @ApiProperty({ type: String, nullable: true })
  firmwareVersion: string | null;

  @ApiProperty({ type: String, format: 'date-time' })
  requestedAt: Date;

  /** How many have come. */
  @ApiProperty({ type: 'integer' })
  parts: number;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  lastPartAt: Date | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  completedAt: Date | null;
}

/** One message of a report. */
export class ReportPartView {
  @ApiProperty({ type: 'integer' })
  seqNo: number;

  /** Whether the station said that more would come. */
  toBeContinued: boolean;

  /** As the station wrote it. */
  generatedAt: string;

  @ApiProperty({ type: String, format: 'date-time' })
  receivedAt: Date;
}

/** An attribute of a variable, as a report tells it. */
export class ReportedVariableView extends OmitType(AttributeView, ['source', 'observedAt']) {}

/** A report with what it tells. customData of its messages stands in the message log alone, as everywhere. */
export class ReportDetailView extends ReportView {
  /** Numbers of parts that have not come, the first thousand at most. */
  @ApiProperty({ type: [Number] })
  missing: number[];

  @ApiProperty({ type: [ReportPartView] })
  received: ReportPartView[];

  @ApiProperty({ type: [ReportedVariableView] })
  variables: ReportedVariableView[];
}

/** Reports, newest first. */
export class ReportPage {
  @ApiProperty({ type: [ReportView] })
  items: ReportView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor: string | null;
}
