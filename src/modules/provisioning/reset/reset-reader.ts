import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, Repository } from 'typeorm';
import { ResetBoot } from '../entities/reset-boot.entity.js';

/** The boot that followed a reset. */
export type FollowedBoot = Pick<ResetBoot, 'bootedAt' | 'bootReason'>;

/** The boots that followed resets, as far as they are known. */
@Injectable()
export class ResetReader {
  constructor(@InjectRepository(ResetBoot) private readonly boots: Repository<ResetBoot>) {}

  /** By the id of the command. */
  async after(commandIds: string[]): Promise<Map<string, FollowedBoot>> {
    const boots = commandIds.length ? await this.boots.findBy({ commandId: In(commandIds) }) : [];
    return new Map(boots.map((boot) => [boot.commandId, boot]));
  }
}
