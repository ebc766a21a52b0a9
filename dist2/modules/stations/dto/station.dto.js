var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
import * as openapi_import_1 from "./station-properties.dto.js";
import * as openapi from "@nestjs/swagger";
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { PageQuery } from '../../../common/pagination.js';
import { OCPP_VERSIONS } from '../../../ocpp/index.js';
import { CONNECTOR_STATUSES } from '../inventory/status-report.js';
import { REGISTRATION_STATUSES, StationRulesDto } from './station-properties.dto.js';
const PRINTABLE = /^\P{Cc}*$/u;
/** The words of a query; anything else is left for the validator to refuse. */
const toBoolean = (word) => (word === 'true' ? true : word === 'false' ? false : word);
/** The status of a connector, of an EVSE as a whole, or of the station. */
export class StatusView {
    status;
    /** What the station literally said, e.g. SuspendedEV. */
    reportedStatus;
    /** OCPP 1.6 only. With a status other than Faulted it is a warning. */
    errorCode;
    info;
    vendorId;
    vendorErrorCode;
    /** Since when the status holds: the station's time, but never later than its receipt. */
    since;
    /** The station's time as it stood in the message; null where it gave none. */
    stationTimestamp;
    receivedAt;
    /** The station is not connected: the status may have changed. */
    stale;
    static _OPENAPI_METADATA_FACTORY() {
        return { status: { required: true, enum: ["Available", "Occupied", "Reserved", "Unavailable", "Faulted"] }, reportedStatus: { required: true, type: () => String, description: "What the station literally said, e.g. SuspendedEV." }, errorCode: { required: true, type: () => String, nullable: true, description: "OCPP 1.6 only. With a status other than Faulted it is a warning." }, info: { required: true, type: () => String, nullable: true }, vendorId: { required: true, type: () => String, nullable: true }, vendorErrorCode: { required: true, type: () => String, nullable: true }, since: { required: true, type: () => Date, description: "Since when the status holds: the station's time, but never later than its receipt." }, stationTimestamp: { required: true, type: () => String, nullable: true, description: "The station's time as it stood in the message; null where it gave none." }, receivedAt: { required: true, type: () => Date }, stale: { required: true, type: () => Boolean, description: "The station is not connected: the status may have changed." } };
    }
}
__decorate([
    ApiProperty({ enum: CONNECTOR_STATUSES, enumName: 'ConnectorStatus' }),
    __metadata("design:type", String)
], StatusView.prototype, "status", void 0);
__decorate([
    ApiProperty({ type: String, nullable: true }),
    __metadata("design:type", Object)
], StatusView.prototype, "errorCode", void 0);
__decorate([
    ApiProperty({ type: String, nullable: true }),
    __metadata("design:type", Object)
], StatusView.prototype, "info", void 0);
__decorate([
    ApiProperty({ type: String, nullable: true }),
    __metadata("design:type", Object)
], StatusView.prototype, "vendorId", void 0);
__decorate([
    ApiProperty({ type: String, nullable: true }),
    __metadata("design:type", Object)
], StatusView.prototype, "vendorErrorCode", void 0);
__decorate([
    ApiProperty({ type: String, format: 'date-time' }),
    __metadata("design:type", Date)
], StatusView.prototype, "since", void 0);
__decorate([
    ApiProperty({ type: String, nullable: true }),
    __metadata("design:type", Object)
], StatusView.prototype, "stationTimestamp", void 0);
__decorate([
    ApiProperty({ type: String, format: 'date-time' }),
    __metadata("design:type", Date)
], StatusView.prototype, "receivedAt", void 0);
/** A connector of an EVSE. */
export class ConnectorView extends StatusView {
    connectorId;
    static _OPENAPI_METADATA_FACTORY() {
        return { connectorId: { required: true, type: () => Number } };
    }
}
/** An EVSE, as the station reported it. */
export class EvseView {
    evseId;
    /** What was said about the EVSE as a whole; null where only its connectors report. */
    status;
    connectors;
    static _OPENAPI_METADATA_FACTORY() {
        return { evseId: { required: true, type: () => Number }, status: { required: true, type: () => StatusView, nullable: true, description: "What was said about the EVSE as a whole; null where only its connectors report." }, connectors: { required: true, type: () => [ConnectorView] } };
    }
}
__decorate([
    ApiProperty({ type: StatusView, nullable: true }),
    __metadata("design:type", Object)
], EvseView.prototype, "status", void 0);
__decorate([
    ApiProperty({ type: [ConnectorView] }),
    __metadata("design:type", Array)
], EvseView.prototype, "connectors", void 0);
/** A leniency that a station needed. */
export class DeviationView {
    /** Name of the leniency rule. */
    rule;
    /** How often it was applied. */
    count;
    lastAt;
    static _OPENAPI_METADATA_FACTORY() {
        return { rule: { required: true, type: () => String, description: "Name of the leniency rule." }, count: { required: true, type: () => Number, description: "How often it was applied." }, lastAt: { required: true, type: () => Date } };
    }
}
__decorate([
    ApiProperty({ type: String, format: 'date-time' }),
    __metadata("design:type", Date)
], DeviationView.prototype, "lastAt", void 0);
/** A station of the inventory. */
export class StationView {
    /** The identity, as registered. */
    stationId;
    name;
    labels;
    location;
    timeZone;
    /** Versions that may be negotiated; null: all that are enabled. */
    allowedVersions;
    securityProfile;
    rules;
    /** The operator's decision: what the next BootNotification is answered. Pending and Rejected hold at once. */
    registrationStatus;
    /**
     * What the last BootNotification was answered, by which the station acts; null before the first. TAU treats the
     * station by the lower of this and registrationStatus.
     */
    bootAnswer;
    firstAcceptedAt;
    connected;
    /** Of the present connection, or of the last one. */
    ocppVersion;
    remoteAddress;
    connectedAt;
    disconnectedAt;
    disconnectReason;
    /** When the last message or sign of life came. */
    lastSeenAt;
    /** What the station is told at its boot, before the jitter of a fifth either way. */
    heartbeatIntervalSeconds;
    /** How far the station's clock is ahead, negative: behind; null where no message told yet. */
    clockDifferenceSeconds;
    /** The clock is off by more than a minute. */
    clockSuspect;
    vendor;
    model;
    serialNumber;
    /** OCPP 1.6 only. */
    chargeBoxSerialNumber;
    firmwareVersion;
    /** ICCID of the modem's SIM card. */
    iccid;
    /** IMSI of the modem's SIM card. */
    imsi;
    /** OCPP 1.6 only. */
    meterType;
    /** OCPP 1.6 only. */
    meterSerialNumber;
    /** OCPP 2.x only: why the station booted. */
    bootReason;
    /** When the last BootNotification came; it proves no reboot. */
    bootedAt;
    /** What was said about the station as a whole; null where only its EVSEs report. */
    status;
    evses;
    createdAt;
    updatedAt;
    static _OPENAPI_METADATA_FACTORY() {
        return { stationId: { required: true, type: () => String, description: "The identity, as registered." }, name: { required: true, type: () => String, nullable: true }, labels: { required: true, type: () => [String] }, location: { required: true, type: "object", additionalProperties: true, nullable: true }, timeZone: { required: true, type: () => String, nullable: true }, allowedVersions: { required: true, nullable: true, description: "Versions that may be negotiated; null: all that are enabled.", enum: ["1.6", "2.0", "2.0.1"], isArray: true }, securityProfile: { required: true, type: () => Number }, rules: { required: true, type: () => openapi_import_1.StationRulesDto }, registrationStatus: { required: true, description: "The operator's decision: what the next BootNotification is answered. Pending and Rejected hold at once.", enum: ["Accepted", "Pending", "Rejected"] }, bootAnswer: { required: true, nullable: true, description: "What the last BootNotification was answered, by which the station acts; null before the first. TAU treats the\nstation by the lower of this and registrationStatus.", enum: ["Accepted", "Pending", "Rejected"] }, firstAcceptedAt: { required: true, type: () => Date, nullable: true }, connected: { required: true, type: () => Boolean }, ocppVersion: { required: true, nullable: true, description: "Of the present connection, or of the last one.", enum: ["1.6", "2.0", "2.0.1"] }, remoteAddress: { required: true, type: () => String, nullable: true }, connectedAt: { required: true, type: () => Date, nullable: true }, disconnectedAt: { required: true, type: () => Date, nullable: true }, disconnectReason: { required: true, type: () => String, nullable: true }, lastSeenAt: { required: true, type: () => Date, nullable: true, description: "When the last message or sign of life came." }, heartbeatIntervalSeconds: { required: true, type: () => Number, description: "What the station is told at its boot, before the jitter of a fifth either way." }, clockDifferenceSeconds: { required: true, type: () => Number, nullable: true, description: "How far the station's clock is ahead, negative: behind; null where no message told yet." }, clockSuspect: { required: true, type: () => Boolean, description: "The clock is off by more than a minute." }, vendor: { required: true, type: () => String, nullable: true }, model: { required: true, type: () => String, nullable: true }, serialNumber: { required: true, type: () => String, nullable: true }, chargeBoxSerialNumber: { required: true, type: () => String, nullable: true, description: "OCPP 1.6 only." }, firmwareVersion: { required: true, type: () => String, nullable: true }, iccid: { required: true, type: () => String, nullable: true, description: "ICCID of the modem's SIM card." }, imsi: { required: true, type: () => String, nullable: true, description: "IMSI of the modem's SIM card." }, meterType: { required: true, type: () => String, nullable: true, description: "OCPP 1.6 only." }, meterSerialNumber: { required: true, type: () => String, nullable: true, description: "OCPP 1.6 only." }, bootReason: { required: true, type: () => String, nullable: true, description: "OCPP 2.x only: why the station booted." }, bootedAt: { required: true, type: () => Date, nullable: true, description: "When the last BootNotification came; it proves no reboot." }, status: { required: true, type: () => StatusView, nullable: true, description: "What was said about the station as a whole; null where only its EVSEs report." }, evses: { required: true, type: () => [EvseView] }, createdAt: { required: true, type: () => Date }, updatedAt: { required: true, type: () => Date } };
    }
}
__decorate([
    ApiProperty({ type: String, nullable: true }),
    __metadata("design:type", Object)
], StationView.prototype, "name", void 0);
__decorate([
    ApiProperty({ type: Object, additionalProperties: true, nullable: true }),
    __metadata("design:type", Object)
], StationView.prototype, "location", void 0);
__decorate([
    ApiProperty({ type: String, nullable: true }),
    __metadata("design:type", Object)
], StationView.prototype, "timeZone", void 0);
__decorate([
    ApiProperty({ enum: OCPP_VERSIONS, enumName: 'OcppVersion', isArray: true, nullable: true }),
    __metadata("design:type", Object)
], StationView.prototype, "allowedVersions", void 0);
__decorate([
    ApiProperty({ enum: [0, 1, 2, 3] }),
    __metadata("design:type", Number)
], StationView.prototype, "securityProfile", void 0);
__decorate([
    ApiProperty({ type: StationRulesDto }),
    __metadata("design:type", StationRulesDto)
], StationView.prototype, "rules", void 0);
__decorate([
    ApiProperty({ enum: REGISTRATION_STATUSES, enumName: 'RegistrationStatus' }),
    __metadata("design:type", String)
], StationView.prototype, "registrationStatus", void 0);
__decorate([
    ApiProperty({ enum: REGISTRATION_STATUSES, enumName: 'RegistrationStatus', nullable: true }),
    __metadata("design:type", Object)
], StationView.prototype, "bootAnswer", void 0);
__decorate([
    ApiProperty({ type: String, format: 'date-time', nullable: true }),
    __metadata("design:type", Object)
], StationView.prototype, "firstAcceptedAt", void 0);
__decorate([
    ApiProperty({ enum: OCPP_VERSIONS, enumName: 'OcppVersion', nullable: true }),
    __metadata("design:type", Object)
], StationView.prototype, "ocppVersion", void 0);
__decorate([
    ApiProperty({ type: String, nullable: true }),
    __metadata("design:type", Object)
], StationView.prototype, "remoteAddress", void 0);
__decorate([
    ApiProperty({ type: String, format: 'date-time', nullable: true }),
    __metadata("design:type", Object)
], StationView.prototype, "connectedAt", void 0);
__decorate([
    ApiProperty({ type: String, format: 'date-time', nullable: true }),
    __metadata("design:type", Object)
], StationView.prototype, "disconnectedAt", void 0);
__decorate([
    ApiProperty({ type: String, nullable: true }),
    __metadata("design:type", Object)
], StationView.prototype, "disconnectReason", void 0);
__decorate([
    ApiProperty({ type: String, format: 'date-time', nullable: true }),
    __metadata("design:type", Object)
], StationView.prototype, "lastSeenAt", void 0);
__decorate([
    ApiProperty({ type: Number, nullable: true }),
    __metadata("design:type", Object)
], StationView.prototype, "clockDifferenceSeconds", void 0);
__decorate([
    ApiProperty({ type: String, nullable: true }),
    __metadata("design:type", Object)
], StationView.prototype, "vendor", void 0);
__decorate([
    ApiProperty({ type: String, nullable: true }),
    __metadata("design:type", Object)
], StationView.prototype, "model", void 0);
__decorate([
    ApiProperty({ type: String, nullable: true }),
    __metadata("design:type", Object)
], StationView.prototype, "serialNumber", void 0);
__decorate([
    ApiProperty({ type: String, nullable: true }),
    __metadata("design:type", Object)
], StationView.prototype, "chargeBoxSerialNumber", void 0);
__decorate([
    ApiProperty({ type: String, nullable: true }),
    __metadata("design:type", Object)
], StationView.prototype, "firmwareVersion", void 0);
__decorate([
    ApiProperty({ type: String, nullable: true }),
    __metadata("design:type", Object)
], StationView.prototype, "iccid", void 0);
__decorate([
    ApiProperty({ type: String, nullable: true }),
    __metadata("design:type", Object)
], StationView.prototype, "imsi", void 0);
__decorate([
    ApiProperty({ type: String, nullable: true }),
    __metadata("design:type", Object)
], StationView.prototype, "meterType", void 0);
__decorate([
    ApiProperty({ type: String, nullable: true }),
    __metadata("design:type", Object)
], StationView.prototype, "meterSerialNumber", void 0);
__decorate([
    ApiProperty({ type: String, nullable: true }),
    __metadata("design:type", Object)
], StationView.prototype, "bootReason", void 0);
__decorate([
    ApiProperty({ type: String, format: 'date-time', nullable: true }),
    __metadata("design:type", Object)
], StationView.prototype, "bootedAt", void 0);
__decorate([
    ApiProperty({ type: StatusView, nullable: true }),
    __metadata("design:type", Object)
], StationView.prototype, "status", void 0);
__decorate([
    ApiProperty({ type: [EvseView] }),
    __metadata("design:type", Array)
], StationView.prototype, "evses", void 0);
__decorate([
    ApiProperty({ type: String, format: 'date-time' }),
    __metadata("design:type", Date)
], StationView.prototype, "createdAt", void 0);
__decorate([
    ApiProperty({ type: String, format: 'date-time' }),
    __metadata("design:type", Date)
], StationView.prototype, "updatedAt", void 0);
/** A station with what it deviates in. */
export class StationDetailView extends StationView {
    /** Leniency rules that the station needed, most frequent first. */
    deviations;
    static _OPENAPI_METADATA_FACTORY() {
        return { deviations: { required: true, type: () => [DeviationView], description: "Leniency rules that the station needed, most frequent first." } };
    }
}
__decorate([
    ApiProperty({ type: [DeviationView] }),
    __metadata("design:type", Array)
], StationDetailView.prototype, "deviations", void 0);
/** A password, shown this once. */
export class StationCredentialsView {
    stationId;
    /** What the station sends as its HTTP Basic password. Not stored: note it down now. */
    password;
    /** The same as hex digits, for the 1.6 key AuthorizationKey; null where it is too long for one. */
    passwordHex;
    static _OPENAPI_METADATA_FACTORY() {
        return { stationId: { required: true, type: () => String }, password: { required: true, type: () => String, description: "What the station sends as its HTTP Basic password. Not stored: note it down now." }, passwordHex: { required: true, type: () => String, nullable: true, description: "The same as hex digits, for the 1.6 key AuthorizationKey; null where it is too long for one." } };
    }
}
__decorate([
    ApiProperty({ type: String, nullable: true }),
    __metadata("design:type", Object)
], StationCredentialsView.prototype, "passwordHex", void 0);
/** A station that was just registered, with its password, shown this once. */
export class RegisteredStationView extends StationDetailView {
    /** What the station sends as its HTTP Basic password. Not stored: note it down now. */
    password;
    /** The same as hex digits, for the 1.6 key AuthorizationKey; null where it is too long for one. */
    passwordHex;
    static _OPENAPI_METADATA_FACTORY() {
        return { password: { required: true, type: () => String, description: "What the station sends as its HTTP Basic password. Not stored: note it down now." }, passwordHex: { required: true, type: () => String, nullable: true, description: "The same as hex digits, for the 1.6 key AuthorizationKey; null where it is too long for one." } };
    }
}
__decorate([
    ApiProperty({ type: String, nullable: true }),
    __metadata("design:type", Object)
], RegisteredStationView.prototype, "passwordHex", void 0);
/** Which stations to list; several conditions must all hold. */
export class StationQuery extends PageQuery {
    connected;
    registrationStatus;
    /** A label, spelled as it was given. */
    label;
    /** Part of the stationId, name, vendor, model or serial number, in any letter case. */
    search;
    static _OPENAPI_METADATA_FACTORY() {
        return { connected: { required: false, type: () => Boolean }, registrationStatus: { required: false, enum: ["Accepted", "Pending", "Rejected"], enum: REGISTRATION_STATUSES }, label: { required: false, type: () => String, description: "A label, spelled as it was given.", maxLength: 100 }, search: { required: false, type: () => String, description: "Part of the stationId, name, vendor, model or serial number, in any letter case.", maxLength: 200 } };
    }
}
__decorate([
    ApiPropertyOptional({ type: Boolean }),
    IsOptional(),
    Transform(({ obj, key }) => toBoolean(obj[key])),
    IsBoolean(),
    __metadata("design:type", Boolean)
], StationQuery.prototype, "connected", void 0);
__decorate([
    ApiPropertyOptional({ enum: REGISTRATION_STATUSES, enumName: 'RegistrationStatus' }),
    IsOptional(),
    IsIn(REGISTRATION_STATUSES),
    __metadata("design:type", String)
], StationQuery.prototype, "registrationStatus", void 0);
__decorate([
    IsOptional(),
    IsString(),
    MaxLength(100),
    Matches(PRINTABLE),
    __metadata("design:type", String)
], StationQuery.prototype, "label", void 0);
__decorate([
    IsOptional(),
    IsString(),
    MaxLength(200),
    Matches(PRINTABLE),
    __metadata("design:type", String)
], StationQuery.prototype, "search", void 0);
/** Stations in the order of their identities. */
export class StationPage {
    items;
    nextCursor;
    static _OPENAPI_METADATA_FACTORY() {
        return { items: { required: true, type: () => [StationView] }, nextCursor: { required: true, type: () => String, nullable: true } };
    }
}
__decorate([
    ApiProperty({ type: [StationView] }),
    __metadata("design:type", Array)
], StationPage.prototype, "items", void 0);
__decorate([
    ApiProperty({ type: String, nullable: true }),
    __metadata("design:type", Object)
], StationPage.prototype, "nextCursor", void 0);
//# sourceMappingURL=station.dto.js.map