import type { OCPP16, OCPP20 } from 'typed-ocpp';
import { OcppHandler } from './ocpp-handler.decorator.js';

// Compiled, never run: each refusal below must stay a refusal, or `npm run types` fails on the unused expectation.
export class Accepted {
  @OcppHandler('Heartbeat', '1.6')
  heartbeat(): OCPP16.HeartbeatResponse {
    return { currentTime: '' };
  }

  @OcppHandler('Heartbeat', '2.0', '2.0.1')
  async shared(_request: object): Promise<{ currentTime: string }> {
    return { currentTime: '' };
  }

  @OcppHandler('BootNotification', '2.0.1')
  async boot(_request: OCPP20.BootNotificationRequest): Promise<OCPP20.BootNotificationResponse> {
    return { currentTime: '', interval: 1, status: 'Accepted' };
  }
}

export class Refused {
  // @ts-expect-error a typo
  @OcppHandler('HeartBeat', '1.6')
  typo(): { currentTime: string } {
    return { currentTime: '' };
  }

  // @ts-expect-error the CSMS sends it, a station does not
  @OcppHandler('Reset', '1.6')
  direction(): { status: 'Accepted' } {
    return { status: 'Accepted' };
  }

  // @ts-expect-error not an action of this version
  @OcppHandler('StartTransaction', '2.0.1')
  version(): object {
    return {};
  }

  // @ts-expect-error not an action of every version that is named
  @OcppHandler('TransactionEvent', '1.6', '2.0.1')
  oneOfTwo(): object {
    return {};
  }

  // @ts-expect-error the payload of another version
  @OcppHandler('BootNotification', '1.6')
  payload(_request: OCPP20.BootNotificationRequest): OCPP16.BootNotificationResponse {
    return { currentTime: '', interval: 1, status: 'Accepted' };
  }

  // @ts-expect-error a key of the response is missing
  @OcppHandler('BootNotification', '1.6')
  response(): { status: 'Accepted' } {
    return { status: 'Accepted' };
  }

  // @ts-expect-error a status that the version does not know
  @OcppHandler('BootNotification', '2.0.1')
  async literal(): Promise<{ currentTime: string; interval: number; status: 'Maybe' }> {
    return { currentTime: '', interval: 1, status: 'Maybe' };
  }
}
