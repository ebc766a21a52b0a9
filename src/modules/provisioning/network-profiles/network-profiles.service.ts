import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import {
  CommandAnswered,
  type CommandedStation,
  type CommandRequest,
  CommandsService,
  type CommandView,
} from '../../../commands/index.js';
import { DomainEvents } from '../../../common/domain-events.js';
import { ProblemError } from '../../../common/problems.js';
import { StationClient } from '../../../ocpp/index.js';
import { StationsService } from '../../stations/index.js';
import { DeviceModel } from '../device-model/device-model.js';
import type { NetworkProfilesView } from '../dto/network-profile.dto.js';
import type { VariablesView } from '../dto/variables.dto.js';
import { NetworkProfileRow } from '../entities/network-profile.entity.js';
import { VariablesService } from '../variables/variables.service.js';
import { assertNotInUse, assertNotLower, assertUsable, slotsOf, type SlotState } from './network-profile-rules.js';
import { type NetworkProfile, SetNetworkProfile } from './network-profiles.commands.js';

const ACTIVE = { component: 'OCPPCommCtrlr', variable: 'ActiveNetworkProfile' };
const PRIORITY = { component: 'OCPPCommCtrlr', variable: 'NetworkConfigurationPriority' };

/** B09, B10: by which ways a station reaches its CSMS. */
@Injectable()
export class NetworkProfilesService implements OnModuleInit {
  constructor(
    private readonly commands: CommandsService,
    private readonly client: StationClient,
    private readonly stations: StationsService,
    private readonly variables: VariablesService,
    private readonly model: DeviceModel,
    @InjectRepository(NetworkProfileRow) private readonly profiles: Repository<NetworkProfileRow>,
    private readonly events: DomainEvents,
  ) {}

  /** Also what is answered after its operator has gone. */
  onModuleInit(): void {
    this.events.on(CommandAnswered, async ({ commandId, stationUuid, name, status }) => {
      if (name === SetNetworkProfile.name && status === 'Accepted') {
        await this.keep(stationUuid, await this.commands.find(commandId));
      }
    });
  }

  /**
   * Puts a profile into a slot. Throws as CommandsService.execute, and `network-slot-in-use`, `network-slot-unknown`,
   * `security-profile-lower`.
   * @param confirmed the operator knows that the slot is not the one in use
   */
  async set(
    station: CommandedStation,
    slot: number,
    profile: NetworkProfile,
    confirmed: boolean,
    asked: CommandRequest,
  ): Promise<CommandView> {
    const earlier = await this.commands.earlier(asked);
    if (earlier) return earlier;
    assertUsable(profile, station.stationId);
    assertNotLower(profile, await this.stations.securityProfileOf(station.id));
    // a version without the message is told so, whatever is known of its slots
    const version = this.client.connected(station.id)?.version;
    if (!confirmed && version && SetNetworkProfile.translation(version)) {
      assertNotInUse(slot, await this.askSlots(station, asked));
    }
    const command = await this.commands.execute(station, SetNetworkProfile, { slot, profile }, asked);
    if (command.status === 'Accepted') await this.keep(station.id, command);
    return command;
  }

  /** Changes the order in which the station tries its slots. Throws as CommandsService.execute. */
  setPriority(station: CommandedStation, slots: readonly number[], asked: CommandRequest): Promise<VariablesView> {
    return this.variables.set(station, [{ ...PRIORITY, value: slots.join(',') }], asked);
  }

  /** What is known without asking the station. */
  async read({ id }: CommandedStation): Promise<NetworkProfilesView> {
    const { active, priority } = await this.knownSlots(id);
    const rows = await this.profiles.find({ where: { stationId: id }, order: { slot: 'ASC' } });
    return {
      activeSlot: active ?? null,
      priority: priority ? [...priority] : null,
      profiles: rows.map(({ stationId: _, ...row }) => row),
    };
  }

  /** As the station tells it now, else as it told it last. */
  private async askSlots(station: CommandedStation, { operatorId, route }: CommandRequest): Promise<SlotState> {
    try {
      await this.variables.get(station, [ACTIVE, PRIORITY], { operatorId, route });
    } catch (error) {
      if (!(error instanceof ProblemError) || error.code === 'station-offline') throw error;
    }
    return this.knownSlots(station.id);
  }

  private async knownSlots(stationUuid: string): Promise<SlotState> {
    const [active, priority] = await Promise.all([
      this.model.valueOf(stationUuid, ACTIVE),
      this.model.valueOf(stationUuid, PRIORITY),
    ]);
    return { active: slotsOf(active)?.[0], priority: slotsOf(priority) };
  }

  private async keep(stationUuid: string, { commandId, request, answeredAt }: CommandView): Promise<void> {
    const { configurationSlot, connectionData } = request as { configurationSlot: number; connectionData: object };
    await this.profiles.query(
      `INSERT INTO network_profiles (station_id, slot, profile, command_id, accepted_at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (station_id, slot) DO UPDATE
       SET profile = excluded.profile, command_id = excluded.command_id, accepted_at = excluded.accepted_at
       WHERE excluded.accepted_at >= network_profiles.accepted_at`,
      [stationUuid, configurationSlot, JSON.stringify(connectionData), commandId, answeredAt],
    );
  }
}
