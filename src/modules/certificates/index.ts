// What other blocks may use.
export { CertificatesModule } from './certificates.module.js';
