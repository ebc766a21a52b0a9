import { Injectable } from '@nestjs/common';
import { Secrets } from '../../common/secrets.js';
import { type PresentedIdToken, tokenKeyOf } from './id-token.js';

/**
 * The keys under which tokens are registered. A PIN code is registered as a digest that depends on SECRET_KEY: whoever
 * reads the table could try all codes against anything else. [OCPP 2.0.1 C04.FR.04]
 */
@Injectable()
export class TokenKeys {
  constructor(private readonly secrets: Secrets) {}

  /** The key under which a token is registered now. */
  newest(token: PresentedIdToken): string {
    return this.of(token)[0]!;
  }

  /** All keys under which it may be registered: a PIN code has one more for each former SECRET_KEY. */
  of(token: PresentedIdToken): string[] {
    const key = tokenKeyOf(token);
    if (token.type !== 'KeyCode') return [key];
    return this.secrets.digestsOf(key).map((digest) => `KeyCode:${digest.toString('hex')}`);
  }
}
