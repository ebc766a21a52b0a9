import { callIn, replyWith, type CommandTable } from './dialect.js';
import { type InstalledAs } from './certificates.js';
import type { OutgoingCall } from './outbox.js';
import type { CsmsRequests } from '../../ocpp/index.js';

type TypeV16 = CsmsRequests['1.6']['InstallCertificate']['certificateType'];

const TYPES: Record<TypeV16, InstalledAs> = {
  CentralSystemRootCertificate: 'CSMSRootCertificate',
  ManufacturerRootCertificate: 'ManufacturerRootCertificate',
};

export const certificateCommandsV16: CommandTable<'1.6'> = {
  InstallCertificate: ({ certificateType, certificate }, station) =>
    replyWith(station.installCertificate(TYPES[certificateType], certificate), (status) => ({ status })),
  GetInstalledCertificateIds: ({ certificateType }, station) =>
    replyWith(station.certificates([TYPES[certificateType]]), (held) =>
      held.length ? { status: 'Accepted', certificateHashData: held.map(({ id }) => id) } : { status: 'NotFound' },
    ),
  DeleteCertificate: ({ certificateHashData }, station) =>
    replyWith(station.deleteCertificate(certificateHashData), (status) => ({ status })),
};

export const invalidCertificateV16 = (at: Date): OutgoingCall =>
  callIn<'1.6'>()('SecurityEventNotification', {
    type: 'InvalidCentralSystemCertificate',
    timestamp: at.toISOString(),
  });
