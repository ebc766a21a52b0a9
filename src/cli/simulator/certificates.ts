import type { X509Certificate } from 'node:crypto';
import {
  certificateIdOf,
  isSameCertificateId,
  readCertificate,
  type CertificateId,
  type HashAlgorithm,
} from '../../common/x509.js';
import type { CsmsRequests } from '../../ocpp/index.js';
import type { Reply } from './dialect.js';
import type { OutgoingCall } from './outbox.js';
import type { StationTime } from './station-time.js';

/** In 2.0.1 words. */
export type InstalledAs = CsmsRequests['2.0.1']['InstallCertificate']['certificateType'] | 'V2GCertificateChain';

/** A certificate as the station names it. */
export interface HeldCertificate {
  readonly type: InstalledAs;
  readonly id: CertificateId;
  /** Of a chain: what stands between its leaf and its root. */
  readonly children?: readonly CertificateId[];
}

/** How the station goes about certificates. */
export interface CertificateBehaviour {
  /** By which it names them; SHA256 by default. */
  readonly hashAlgorithm?: HashAlgorithm;
  /** What is in its store when it leaves the factory. */
  readonly holds?: readonly HeldCertificate[];
  /** How many its store has room for; 20 by default. */
  readonly room?: number;
  /** It installs and deletes nothing: the store is broken. */
  readonly fails?: boolean;
}

interface Parts {
  readonly behaviour: CertificateBehaviour;
  readonly time: StationTime;
  /** The security event that tells of a certificate that was refused; undefined where the version has none. */
  readonly invalid: ((at: Date) => OutgoingCall) | undefined;
  /** Sends it if the line is up; never rejects. */
  readonly tell: (call: OutgoingCall) => Promise<void>;
}

/** The certificates that a station holds. They outlive resets and lost lines, as in real stations. */
export class Certificates {
  private held: readonly HeldCertificate[];

  constructor(private readonly parts: Parts) {
    this.held = parts.behaviour.holds ?? [];
  }

  install(type: InstalledAs, pem: string): Reply<'Accepted' | 'Rejected' | 'Failed'> {
    const { behaviour, invalid, time, tell } = this.parts;
    const certificate = readCertificate(pem);
    // [OCPP 2.0.1 M05.FR.07, A02] one that cannot be trusted is refused, and that of a CSMS makes an event
    if (!certificate || !isValid(certificate, time.now())) {
      const isOfCsms = type === 'CSMSRootCertificate' && invalid;
      return { answer: 'Rejected', after: () => (isOfCsms ? tell(invalid(time.now())) : undefined) };
    }
    if (behaviour.fails) return { answer: 'Failed' };
    // a root is its own issuer
    const held = { type, id: certificateIdOf(certificate, certificate, behaviour.hashAlgorithm ?? 'SHA256') };
    const others = this.held.filter((each) => each.type !== type || !isSameCertificateId(each.id, held.id));
    // [OCPP 2.0.1 M05.FR.06]
    if (others.length >= (behaviour.room ?? 20)) return { answer: 'Rejected' };
    this.held = [...others, held];
    return { answer: 'Accepted' };
  }

  /** Without types: all. */
  list(types: readonly InstalledAs[] | undefined): Reply<readonly HeldCertificate[]> {
    return { answer: this.held.filter(({ type }) => !types || types.includes(type)) };
  }

  delete(id: CertificateId): Reply<'Accepted' | 'Failed' | 'NotFound'> {
    const others = this.held.filter((each) => !isSameCertificateId(each.id, id));
    if (others.length === this.held.length) return { answer: 'NotFound' };
    if (this.parts.behaviour.fails) return { answer: 'Failed' };
    this.held = others;
    return { answer: 'Accepted' };
  }
}

const isValid = ({ validFrom, validTo }: X509Certificate, at: Date): boolean =>
  at >= new Date(validFrom) && at < new Date(validTo);
