import { Injectable } from '@nestjs/common';
import { ValidationFailedError } from '../../../common/problems.js';
import { Secrets } from '../../../common/secrets.js';
import type { StationPassword } from '../dto/station-properties.dto.js';
import { authorizationKeyOf, passwordBytes, passwordProblem } from '../station-password.js';

/** A password as its operator sees it, once, and as it is stored. */
export interface MadePassword {
  password: string;
  passwordHex: string | null;
  hash: string;
}

/** Makes the passwords of stations. */
@Injectable()
export class StationCredentials {
  constructor(private readonly secrets: Secrets) {}

  /** Hashes the password that was chosen, or generates one. @throws ValidationFailedError for an unfit one */
  async make({ password, passwordHex }: StationPassword): Promise<MadePassword> {
    if (password !== undefined && passwordHex !== undefined) {
      throw new ValidationFailedError('Give password or passwordHex, not both.');
    }
    const chosen = passwordHex ?? password;
    if (chosen === undefined) return this.generate();
    const problem = passwordProblem(chosen);
    if (problem) throw new ValidationFailedError(problem);
    return shown(chosen, await this.secrets.hashChosenSecret(passwordBytes(chosen)));
  }

  private generate(): MadePassword {
    const password = this.secrets.generateStationPassword();
    return shown(password, this.secrets.hashRandomSecret(passwordBytes(password)));
  }
}

const shown = (password: string, hash: string): MadePassword => ({
  password,
  passwordHex: authorizationKeyOf(password),
  hash,
});
