import { Injectable } from '@nestjs/common';
import { type CommandedStation, type CommandRequest } from '../../../commands/index.js';
import { ProblemError } from '../../../common/problems.js';
import { DeviceModel } from '../device-model/device-model.js';
import { VariablesService } from '../variables/variables.service.js';
import { slotsOf, type SlotState } from './network-profile-rules.js';

export const ACTIVE = { component: 'OCPPCommCtrlr', variable: 'ActiveNetworkProfile' };
export const PRIORITY = { component: 'OCPPCommCtrlr', variable: 'NetworkConfigurationPriority' };

/** Which slots a station uses, by its own variables. */
@Injectable()
export class SlotVariables {
  constructor(
    private readonly variables: VariablesService,
    private readonly model: DeviceModel,
  ) {}

  /** As the station tells it now; what it does not tell is undefined, whatever it told before. */
  async ask(station: CommandedStation, { operatorId, route }: CommandRequest): Promise<SlotState> {
    try {
      const { results } = await this.variables.get(station, [ACTIVE, PRIORITY], { operatorId, route });
      const told = ({ variable }: { variable: string }): string | undefined =>
        results.find((result) => result.variable === variable && result.status === 'Accepted')?.value ?? undefined;
      return { active: slotsOf(told(ACTIVE))?.[0], priority: slotsOf(told(PRIORITY)) };
    } catch (error) {
      // a CALLERROR is an answer of sorts: it cannot tell
      if (!(error instanceof ProblemError) || error.code !== 'station-error') throw error;
      return { active: undefined, priority: undefined };
    }
  }

  /** As the station told it last, and when. */
  async known(stationUuid: string): Promise<SlotState & { readonly toldAt: Date | undefined }> {
    const [active, priority] = await Promise.all([
      this.model.toldOf(stationUuid, ACTIVE),
      this.model.toldOf(stationUuid, PRIORITY),
    ]);
    return {
      active: slotsOf(active?.value)?.[0],
      priority: slotsOf(priority?.value),
      toldAt: (active ?? priority)?.at,
    };
  }
}
