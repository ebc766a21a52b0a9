import { type CommandView, versionUnsupported } from '../../commands/index.js';
import type { CertificateId } from '../../common/x509.js';
import {
  type CommandAnswer,
  type CsmsRequests,
  type CsmsResponses,
  defineCommand,
  type OcppVersion,
} from '../../ocpp/index.js';
import {
  CERTIFICATE_TYPES,
  type CertificateReport,
  type CertificateType,
  type InstallableType,
} from './certificate-types.js';

/** A certificate that is to be installed, as PEM. */
export interface NewCertificate {
  readonly certificateType: InstallableType;
  readonly certificate: string;
}

/** What is asked for; absent: certificates of every type. */
export interface CertificateQuestion {
  readonly certificateTypes?: readonly CertificateType[];
}

type TypeV16 = CsmsRequests['1.6']['InstallCertificate']['certificateType'];
type HashDataV201 = CsmsRequests['2.0.1']['DeleteCertificate']['certificateHashData'];

/** The types that the security extension of 1.6 knows, and their names there. */
const TYPES_V16: Partial<Record<CertificateType, TypeV16>> = {
  CSMSRootCertificate: 'CentralSystemRootCertificate',
  ManufacturerRootCertificate: 'ManufacturerRootCertificate',
};
const KNOWN_IN_V16 = Object.keys(TYPES_V16) as CertificateType[];

function toTypeV16(type: CertificateType): TypeV16 {
  const known = TYPES_V16[type];
  if (!known) throw versionUnsupported(`The certificate type ${type} (there are ${KNOWN_IN_V16.join(' and ')})`, '1.6');
  return known;
}

const toAnswer = ({ status, statusInfo }: CommandAnswer): CommandAnswer => ({
  status,
  ...(statusInfo && { statusInfo }),
});

// as the station reported it, letter by letter [OCPP 2.0.1 M04.FR.07]
const toHashData = ({ hashAlgorithm, issuerNameHash, issuerKeyHash, serialNumber }: CertificateId) => ({
  hashAlgorithm,
  issuerNameHash,
  issuerKeyHash,
  serialNumber,
});

/** M05: install a root certificate. */
export const InstallCertificate = defineCommand<NewCertificate>()('InstallCertificate', {
  '1.6': {
    action: 'InstallCertificate',
    request: ({ certificateType, certificate }) => ({ certificateType: toTypeV16(certificateType), certificate }),
    answer: toAnswer,
  },
  '2.0.1': {
    action: 'InstallCertificate',
    request: ({ certificateType, certificate }) => ({ certificateType, certificate }),
    answer: toAnswer,
  },
});

/** M03: ask which certificates a station holds; 1.6 about one type at a time. */
export const GetInstalledCertificateIds = defineCommand<CertificateQuestion>()('GetInstalledCertificateIds', {
  '1.6': {
    action: 'GetInstalledCertificateIds',
    request: ({ certificateTypes = KNOWN_IN_V16 }) => {
      const [type, another] = certificateTypes;
      if (another) throw versionUnsupported('A question about several types of certificates in one message', '1.6');
      return { certificateType: toTypeV16(type!) };
    },
    answer: toAnswer,
  },
  '2.0.1': {
    action: 'GetInstalledCertificateIds',
    // [OCPP 2.0.1 M03.FR.01] without a type it is about all of them
    request: ({ certificateTypes }) =>
      certificateTypes ? { certificateType: [...certificateTypes] as [CertificateType, ...CertificateType[]] } : {},
    answer: toAnswer,
  },
});

/** M04: delete a certificate. */
export const DeleteCertificate = defineCommand<CertificateId>()('DeleteCertificate', {
  '1.6': {
    action: 'DeleteCertificate',
    request: (id) => ({ certificateHashData: toHashData(id) }),
    answer: toAnswer,
  },
  '2.0.1': {
    action: 'DeleteCertificate',
    request: (id) => ({ certificateHashData: toHashData(id) }),
    answer: toAnswer,
  },
});

/** How many messages a version needs for a question, and what each of them asks. Throws where it cannot ask it. */
export const QUESTIONS: Record<OcppVersion, (question: CertificateQuestion) => CertificateQuestion[]> = {
  '1.6': ({ certificateTypes = KNOWN_IN_V16 }) => {
    certificateTypes.forEach(toTypeV16);
    return certificateTypes.map((type) => ({ certificateTypes: [type] }));
  },
  '2.0': (question) => [question],
  '2.0.1': (question) => [question],
};

/** The parts of a command from which a block can read what came of it, at any time later. */
export type AnsweredCommand = Pick<CommandView, 'ocppVersion' | 'request' | 'response'>;

const typeOfV16 = (name: TypeV16): CertificateType => KNOWN_IN_V16.find((type) => TYPES_V16[type] === name)!;

/** What a GetInstalledCertificateIds brought. */
export function reportIn({ ocppVersion, request, response }: AnsweredCommand): CertificateReport {
  if (ocppVersion === '1.6') {
    const asked = request as unknown as CsmsRequests['1.6']['GetInstalledCertificateIds'];
    const { status, certificateHashData } = response as unknown as CsmsResponses['1.6']['GetInstalledCertificateIds'];
    const certificateType = typeOfV16(asked.certificateType);
    const certificates = (certificateHashData ?? []).map((data) => ({
      certificateType,
      id: toHashData(data),
      children: [],
    }));
    return { types: [certificateType], status, certificates };
  }
  const { certificateType } = request as unknown as CsmsRequests['2.0.1']['GetInstalledCertificateIds'];
  const { status, certificateHashDataChain } =
    response as unknown as CsmsResponses['2.0.1']['GetInstalledCertificateIds'];
  const certificates = (certificateHashDataChain ?? []).map((chain) => ({
    certificateType: chain.certificateType,
    id: toHashData(chain.certificateHashData),
    children: (chain.childCertificateHashData ?? []).map(toHashData),
  }));
  return { types: certificateType ?? CERTIFICATE_TYPES, status, certificates };
}

/** What an InstallCertificate was about. */
export function installedBy({ ocppVersion, request }: AnsweredCommand): NewCertificate {
  const { certificateType, certificate } = request as { certificateType: string; certificate: string };
  const type = ocppVersion === '1.6' ? typeOfV16(certificateType as TypeV16) : certificateType;
  return { certificateType: type as InstallableType, certificate };
}

/** What a DeleteCertificate was about. */
export const deletedBy = ({ request }: AnsweredCommand): CertificateId =>
  toHashData((request as { certificateHashData: HashDataV201 }).certificateHashData);
