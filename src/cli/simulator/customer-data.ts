import type { CsmsRequests } from '../../ocpp/index.js';
import type { Charging } from './charging.js';
import { callIn, replyWith, type CommandedStation, type Reply } from './dialect.js';
import type { OutgoingCall } from './outbox.js';
import type { StationTime } from './station-time.js';
import type { IdToken, StationTransaction } from './words.js';

/** What is to be done with what the station holds about a customer. */
export interface CustomerWish {
  readonly requestId: number;
  readonly report: boolean;
  readonly clear: boolean;
  /** How many references the request names. */
  readonly references: number;
  /** By another reference the station knows nobody. */
  readonly token?: IdToken;
}

interface Parts {
  readonly charging: Pick<Charging, 'pastOf' | 'forget'>;
  readonly time: StationTime;
  readonly tell: (call: OutgoingCall) => Promise<void>;
}

/** Characters of a part. */
const IN_A_PART = 512;

/** What a station holds about its customers: the transactions that it remembers. */
export class CustomerData {
  constructor(private readonly parts: Parts) {}

  inform({ requestId, report, clear, references, token }: CustomerWish): Reply<'Accepted' | 'Invalid'> {
    const { charging, tell } = this.parts;
    // [OCPP 2.0.1 N09.FR.09] exactly one reference
    if (references !== 1) return { answer: 'Invalid' };
    const known = token ? charging.pastOf(token) : [];
    if (clear && token) charging.forget(token);
    return {
      answer: 'Accepted',
      after: async () => {
        if (report) for (const part of this.reportOf(requestId, known)) await tell(part);
      },
    };
  }

  /** At least one part, also about nothing. */
  private reportOf(requestId: number, known: readonly StationTransaction[]): OutgoingCall[] {
    const text = known
      .map(
        ({ id, evseId, startedWith }) => `transaction ${id} at EVSE ${evseId} from ${startedWith.at.toISOString()}\n`,
      )
      .join('');
    const count = Math.max(1, Math.ceil(text.length / IN_A_PART));
    return Array.from({ length: count }, (_, seqNo) =>
      callIn<'2.0.1'>()('NotifyCustomerInformation', {
        requestId,
        seqNo,
        tbc: seqNo < count - 1,
        generatedAt: this.parts.time.now().toISOString(),
        data: text.slice(seqNo * IN_A_PART, (seqNo + 1) * IN_A_PART),
      }),
    );
  }
}

/** As 2.0.1 asks for it. */
export const customerInformation = (
  request: CsmsRequests['2.0.1']['CustomerInformation'],
  station: CommandedStation,
): Reply<{ status: 'Accepted' | 'Invalid' }> => {
  const { requestId, report, clear, idToken, customerIdentifier, customerCertificate } = request;
  const references = [idToken, customerIdentifier, customerCertificate].filter((each) => each !== undefined).length;
  const token = idToken && { value: idToken.idToken, type: idToken.type as IdToken['type'] };
  return replyWith(station.customerInformation({ requestId, report, clear, references, token }), (status) => ({
    status,
  }));
};
