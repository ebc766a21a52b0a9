import { constants } from 'node:crypto';
/**
 * The suites that every station may rely on: two with an ECDSA and two with an RSA certificate. Node's own list serves
 * CBC suites too, so all are named. [OCPP 2.0.1 A00.FR.318; security whitepaper for 1.6, A00.FR.317]
 */
export const STATION_SUITES = [
    'ECDHE-ECDSA-AES128-GCM-SHA256',
    'ECDHE-ECDSA-AES256-GCM-SHA384',
    'AES128-GCM-SHA256',
    'AES256-GCM-SHA384',
];
/** Better ones for who can: TLS 1.3, and forward secrecy with an RSA certificate. */
const FURTHER_SUITES = [
    'TLS_AES_128_GCM_SHA256',
    'TLS_AES_256_GCM_SHA384',
    'TLS_CHACHA20_POLY1305_SHA256',
    'ECDHE-RSA-AES128-GCM-SHA256',
    'ECDHE-RSA-AES256-GCM-SHA384',
];
const { SSL_OP_NO_COMPRESSION, SSL_OP_NO_RENEGOTIATION } = constants;
/** How TAU speaks TLS with these certificates. */
export const secureContext = (certificates) => ({
    cert: certificates.map(({ cert }) => cert),
    key: certificates.map(({ key }) => key),
    // [OCPP 2.0.1 A00.FR.312, A00.FR.314] whoever comes with an older version is turned away
    minVersion: 'TLSv1.2',
    ciphers: [...FURTHER_SUITES, ...STATION_SUITES].join(':'),
    honorCipherOrder: true,
    // [OCPP 2.0.1 A00.FR.320] no compression; renegotiation serves nobody but who wants to keep us busy
    secureOptions: SSL_OP_NO_COMPRESSION | SSL_OP_NO_RENEGOTIATION,
});
//# sourceMappingURL=secure-context.js.map