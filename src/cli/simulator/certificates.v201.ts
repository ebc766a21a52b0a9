import { callIn, replyWith, type CommandTable } from './dialect.js';
import { toList } from './dialect.v2.js';
import type { OutgoingCall } from './outbox.js';

export const certificateCommandsV201: CommandTable<'2.0.1'> = {
  InstallCertificate: ({ certificateType, certificate }, station) =>
    replyWith(station.installCertificate(certificateType, certificate), (status) => ({ status })),
  GetInstalledCertificateIds: ({ certificateType }, station) =>
    replyWith(station.certificates(certificateType), (held) =>
      held.length
        ? {
            status: 'Accepted',
            certificateHashDataChain: toList(
              held.map(({ type, id, children }) => ({
                certificateType: type,
                certificateHashData: id,
                ...(children?.length && { childCertificateHashData: toList([...children]) as never }),
              })),
            ),
          }
        : { status: 'NotFound' },
    ),
  DeleteCertificate: ({ certificateHashData }, station) =>
    replyWith(station.deleteCertificate(certificateHashData), (status) => ({ status })),
};

export const invalidCertificateV201 = (at: Date): OutgoingCall =>
  callIn<'2.0.1'>()('SecurityEventNotification', { type: 'InvalidCSMSCertificate', timestamp: at.toISOString() });
