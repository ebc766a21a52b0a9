import { Logger } from '@nestjs/common';
import { readCertificates } from './certificate.js';
/** Files are compared by what they hold: mounted secrets change by symbolic links, copies may keep their times. */
const LOOK_EVERY_MS = 10_000;
const WARN_EVERY_MS = 24 * 3600 * 1000;
const WARN_AHEAD_MS = 14 * 24 * 3600 * 1000;
/** The certificates as they stand in their files. What cannot be used is reported once, and the former ones stay. */
export class CertificateWatch {
    files;
    clock;
    onChange;
    logger = new Logger('TLS');
    timers;
    lastFault;
    served;
    /**
     * @param onChange called with new certificates when the files have changed
     * @throws StartError if the certificates cannot be used to begin with
     */
    constructor(files, clock, onChange) {
        this.files = files;
        this.clock = clock;
        this.onChange = onChange;
        this.served = readCertificates(files);
        this.warnOfExpiry();
        this.timers = [
            clock.every(LOOK_EVERY_MS, () => this.look()),
            clock.every(WARN_EVERY_MS, () => this.warnOfExpiry()),
        ];
    }
    get certificates() {
        return this.served;
    }
    stop() {
        for (const timer of this.timers)
            timer.cancel();
    }
    look() {
        try {
            const found = readCertificates(this.files);
            this.lastFault = undefined;
            if (found.every((certificate, i) => isSame(certificate, this.served[i])))
                return;
            this.onChange(found);
            this.served = found;
        }
        catch (error) {
            // a certificate may be replaced a moment before its key: whoever looks again sees both
            const fault = error instanceof Error ? error.message : String(error);
            if (fault !== this.lastFault)
                this.logger.warn(`new certificates cannot be used, the former stay: ${fault}`);
            this.lastFault = fault;
            return;
        }
        this.logger.log('new certificates are served to new connections');
        this.warnOfExpiry();
    }
    /** Stations would refuse such a certificate, but an expired one in place can be replaced while TAU runs. */
    warnOfExpiry() {
        const now = this.clock.now().getTime();
        for (const { file, validFrom, validTo } of this.served) {
            const until = validTo.toISOString();
            if (validFrom.getTime() > now)
                this.logger.warn(`${file} is valid only from ${validFrom.toISOString()}`);
            else if (validTo.getTime() <= now)
                this.logger.warn(`${file} has expired at ${until}; stations will refuse it`);
            else if (validTo.getTime() - now < WARN_AHEAD_MS)
                this.logger.warn(`${file} expires soon, at ${until}`);
        }
    }
}
const isSame = (one, other) => one.cert.equals(other.cert) && one.key.equals(other.key);
//# sourceMappingURL=certificate-watch.js.map