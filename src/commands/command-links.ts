import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { IsNull, MoreThan, Not, Repository } from 'typeorm';
import type { OcppVersion } from '../ocpp/index.js';
import type { CommandView } from './dto/command.dto.js';
import { Command } from './entities/command.entity.js';

/** A request to start that the station accepted and whose transaction is not known yet. */
export interface UnlinkedStart {
  readonly commandId: string;
  readonly stationUuid: string;
  readonly ocppVersion: OcppVersion;
  readonly remoteStartId: number;
  /** The payload in the words of its version. */
  readonly request: Record<string, unknown>;
  readonly sentAt: Date;
  readonly answeredAt: Date;
}

/** Which transaction came of which request to start. */
@Injectable()
export class CommandLinks {
  constructor(@InjectRepository(Command) private readonly commands: Repository<Command>) {}

  /** The newest request to start with that number, whatever the station answered: its transaction proves it. */
  async byRemoteStartId(stationUuid: string, remoteStartId: number): Promise<string | undefined> {
    const command = await this.commands.findOne({
      where: { stationId: stationUuid, remoteStartId },
      order: { createdAt: 'DESC' },
    });
    return command?.id;
  }

  /** What a station was asked under that number, in the words of its version; undefined where nothing was. */
  async startRequest(
    stationUuid: string,
    remoteStartId: number,
  ): Promise<Pick<UnlinkedStart, 'ocppVersion' | 'request'> | undefined> {
    const command = await this.commands.findOne({
      where: { stationId: stationUuid, remoteStartId, sentAt: Not(IsNull()) },
      order: { createdAt: 'DESC' },
    });
    return command ? { ocppVersion: command.ocppVersion as OcppVersion, request: command.request } : undefined;
  }

  /** Accepted requests to start without a transaction, oldest first. */
  async unlinkedStarts(since: Date, stationUuid?: string): Promise<UnlinkedStart[]> {
    const accepted = await this.commands.find({
      where: {
        ...(stationUuid === undefined ? {} : { stationId: stationUuid }),
        remoteStartId: Not(IsNull()),
        status: 'Accepted',
        transactionId: IsNull(),
        createdAt: MoreThan(since),
      },
      order: { createdAt: 'ASC' },
    });
    return accepted.map((command) => ({
      commandId: command.id,
      stationUuid: command.stationId,
      ocppVersion: command.ocppVersion as OcppVersion,
      remoteStartId: command.remoteStartId!,
      request: command.request,
      sentAt: command.sentAt!,
      answeredAt: command.answeredAt!,
    }));
  }

  /** Of whom a command asked for a message, and when the same message was next asked of that station. */
  async followedBy({ commandId }: CommandView): Promise<{ stationUuid: string; nextSentAt: Date | null }> {
    const [found]: [{ stationUuid: string; nextSentAt: Date | null }] = await this.commands.query(
      `SELECT this.station_id AS "stationUuid", (
         SELECT later.sent_at FROM commands AS later
         WHERE later.station_id = this.station_id AND later.id > this.id AND later.sent_at IS NOT NULL
           AND later.action = this.action
           AND later.request->>'requestedMessage' = this.request->>'requestedMessage'
         ORDER BY later.id LIMIT 1) AS "nextSentAt"
       FROM commands AS this WHERE this.id = $1`,
      [commandId],
    );
    return found;
  }

  /** Names the transaction that came of a command; the first one stays. */
  async link(commandId: string, transactionId: string): Promise<void> {
    await this.commands.update({ id: commandId, transactionId: IsNull() }, { transactionId });
  }
}
