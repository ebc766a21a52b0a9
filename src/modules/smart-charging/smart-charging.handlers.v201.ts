import { Injectable } from '@nestjs/common';
import { OcppHandler, type CallContext, type StationRequests, type StationResponses } from '../../ocpp/index.js';
import { SmartChargingService } from './smart-charging.service.js';

type Messages = StationRequests['2.0.1'];
type Answers = StationResponses['2.0.1'];

/** Block K in the words of OCPP 2.0.1. */
@Injectable()
export class SmartChargingHandlersV201 {
  constructor(private readonly service: SmartChargingService) {}

  @OcppHandler('NotifyChargingLimit', '2.0.1')
  async limited(
    request: Messages['NotifyChargingLimit'],
    context: CallContext,
  ): Promise<Answers['NotifyChargingLimit']> {
    const { evseId, chargingLimit } = request;
    await this.service.limited({ evseId, source: chargingLimit.chargingLimitSource, content: request }, context);
    return {};
  }

  @OcppHandler('ClearedChargingLimit', '2.0.1')
  async unlimited(
    request: Messages['ClearedChargingLimit'],
    context: CallContext,
  ): Promise<Answers['ClearedChargingLimit']> {
    const { evseId, chargingLimitSource } = request;
    await this.service.unlimited({ evseId, source: chargingLimitSource, content: request }, context);
    return {};
  }

  @OcppHandler('ReportChargingProfiles', '2.0.1')
  async report(
    request: Messages['ReportChargingProfiles'],
    context: CallContext,
  ): Promise<Answers['ReportChargingProfiles']> {
    const { evseId, requestId, chargingLimitSource } = request;
    await this.service.report({ evseId, requestId, source: chargingLimitSource, content: request }, context);
    return {};
  }

  @OcppHandler('NotifyEVChargingNeeds', '2.0.1')
  async needs(
    request: Messages['NotifyEVChargingNeeds'],
    context: CallContext,
  ): Promise<Answers['NotifyEVChargingNeeds']> {
    return this.service.needs({ evseId: request.evseId, content: request }, context);
  }

  @OcppHandler('NotifyEVChargingSchedule', '2.0.1')
  async scheduled(
    request: Messages['NotifyEVChargingSchedule'],
    context: CallContext,
  ): Promise<Answers['NotifyEVChargingSchedule']> {
    return this.service.scheduled({ evseId: request.evseId, content: request }, context);
  }
}
