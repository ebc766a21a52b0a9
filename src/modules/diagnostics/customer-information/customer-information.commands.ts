import { type CsmsRequests, defineCommand } from '../../../ocpp/index.js';
import { toIdToken } from '../../remote-control/index.js';
import type { CustomerWish } from './customer-information.js';

type RequestV201 = CsmsRequests['2.0.1']['CustomerInformation'];

/** What a station is to do, with the number by which its parts will name the request. */
export type CustomerInformationInput = CustomerWish & { readonly requestId: number };

/** N09, N10: what a station holds about a customer is reported, cleared, or both. Only 2.0.1 has it. */
export const CustomerInformation = defineCommand<CustomerInformationInput>()('CustomerInformation', {
  '2.0.1': {
    action: 'CustomerInformation',
    request: ({ requestId, report, clear, idToken, customerIdentifier, customerCertificate }): RequestV201 => ({
      requestId,
      report,
      clear,
      ...(idToken && { idToken: toIdToken(idToken) }),
      ...(customerIdentifier !== undefined && { customerIdentifier }),
      ...(customerCertificate && { customerCertificate }),
    }),
    answer: ({ status, statusInfo }) => ({ status, statusInfo }),
  },
});
