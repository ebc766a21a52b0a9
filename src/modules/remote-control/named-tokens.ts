import { Injectable } from '@nestjs/common';
import { CommandLinks } from '../../commands/index.js';
import { RequestedTokens, tokenKeyOf, type PresentedIdToken } from '../authorization/index.js';
import { tokenNamed } from './remote-control.commands.js';

/** The tokens that operators named in requests to start, as the commands recorded them. */
@Injectable()
export class NamedTokens extends RequestedTokens {
  constructor(private readonly links: CommandLinks) {
    super();
  }

  async wasNamed(stationUuid: string, remoteStartId: number, token: PresentedIdToken): Promise<boolean> {
    const start = await this.links.startRequest(stationUuid, remoteStartId);
    return start !== undefined && tokenKeyOf(tokenNamed(start.ocppVersion, start.request)) === tokenKeyOf(token);
  }
}
