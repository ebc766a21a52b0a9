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
import { StationClient } from '../../../ocpp/index.js';
import { StationsService } from '../../stations/index.js';
import type { NetworkProfilesView } from '../dto/network-profile.dto.js';
import type { VariablesView } from '../dto/variables.dto.js';
import { NetworkProfileRow } from '../entities/network-profile.entity.js';
import { VariablesService } from '../variables/variables.service.js';
import { assertNotInUse, assertNotLower, assertUsable, skippedSlots, slotUnknown } from './network-profile-rules.js';
import { type NetworkProfile, SetNetworkProfile } from './network-profiles.commands.js';
import { PRIORITY, SlotVariables } from './slot-variables.js';

/** What a station accepted; the commands say it too, but they are not kept as long. */
const KEEP = `INSERT INTO network_profiles (station_id, slot, profile, command_id, accepted_at)
  SELECT DISTINCT ON (slot) c.station_id, (c.request ->> 'configurationSlot')::int AS slot,
    c.request -> 'connectionData', c.id, c.answered_at
  FROM commands c
  WHERE c.station_id = $1 AND c.name = 'SetNetworkProfile' AND c.status = 'Accepted' AND c.answered_at IS NOT NULL
  ORDER BY slot, c.answered_at DESC, c.id DESC
  ON CONFLICT (station_id, slot) DO UPDATE
  SET profile = excluded.profile, command_id = excluded.command_id, accepted_at = excluded.accepted_at
  WHERE excluded.accepted_at > network_profiles.accepted_at`;

/** B09, B10: by which ways a station reaches its CSMS. */
@Injectable()
export class NetworkProfilesService implements OnModuleInit {
  constructor(
    private readonly commands: CommandsService,
    private readonly client: StationClient,
    private readonly stations: StationsService,
    private readonly variables: VariablesService,
    private readonly slots: SlotVariables,
    @InjectRepository(NetworkProfileRow) private readonly profiles: Repository<NetworkProfileRow>,
    private readonly events: DomainEvents,
  ) {}

  /** Also what is answered after its operator has gone, or was asked as a raw message. */
  onModuleInit(): void {
    this.events.on(CommandAnswered, async ({ stationUuid, name, status }) => {
      if (name === SetNetworkProfile.name && status === 'Accepted') await this.keep(stationUuid);
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
    if (!confirmed) await this.assertFree(station, slot, asked);
    // what was free a moment ago may not be so when the station is back
    const request = confirmed ? asked : { ...asked, whenOffline: undefined };
    const command = await this.commands.execute(station, SetNetworkProfile, { slot, profile }, request);
    if (command.status === 'Accepted') await this.keep(station.id);
    return command;
  }

  /** Changes the order in which the station tries its slots. Throws as CommandsService.execute. */
  setPriority(station: CommandedStation, slots: readonly number[], asked: CommandRequest): Promise<VariablesView> {
    return this.variables.set(station, [{ ...PRIORITY, value: slots.join(',') }], asked);
  }

  /** What is known without asking the station. */
  async read({ id }: CommandedStation): Promise<NetworkProfilesView> {
    // what was answered when TAU was about to stop
    await this.keep(id);
    const { toldAt, ...known } = await this.slots.known(id);
    const rows = await this.profiles.find({ where: { stationId: id }, order: { slot: 'ASC' } });
    return {
      activeSlot: known.active ?? null,
      priority: known.priority ? [...known.priority] : null,
      skippedSlots: skippedSlots(known) ?? null,
      toldAt: toldAt ?? null,
      profiles: rows.map(({ stationId: _, ...row }) => row),
    };
  }

  /** A version without the message is told so by the command, whatever is known of its slots. */
  private async assertFree(station: CommandedStation, slot: number, asked: CommandRequest): Promise<void> {
    const connected = this.client.connected(station.id)?.version;
    const version = connected ?? (asked.whenOffline === 'queue' && (await this.stations.expectedVersion(station.id)));
    if (!version || !SetNetworkProfile.translation(version)) return;
    if (!connected) throw slotUnknown('The station is not connected, and may come back by another slot.');
    assertNotInUse(slot, await this.slots.ask(station, asked));
  }

  private async keep(stationUuid: string): Promise<void> {
    await this.profiles.query(KEEP, [stationUuid]);
  }
}
