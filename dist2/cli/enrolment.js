import { CliError } from './cli-error.js';
import { ConnectionRefusedError } from './simulator/index.js';
import { notRunning } from './tau-api.js';
/** How a station gets the password that TAU knows, and in. */
export class Enrolment {
    stationId;
    baseUrl;
    file;
    api;
    givenPassword;
    name;
    constructor(stationId, baseUrl, file, 
    /** Undefined where no API key was found. */
    api, 
    /** Given by the person; never replaced. */
    givenPassword, name) {
        this.stationId = stationId;
        this.baseUrl = baseUrl;
        this.file = file;
        this.api = api;
        this.givenPassword = givenPassword;
        this.name = name;
    }
    /** The password to connect with; registers the station where none is known. */
    async password() {
        const known = this.givenPassword ?? this.file.password;
        if (known !== undefined)
            return known;
        if (!this.api) {
            throw new CliError(`Station ${this.stationId} has no password yet, and no API key was found to register it. ` +
                'Give one with --api-key or TAU_API_KEY (TAU writes its own to DATA_DIR/admin-api-key), or give --password.');
        }
        return (this.file.password = await this.api.enrol(this.stationId, this.name));
    }
    /** Connects and boots. A remembered password that TAU no longer knows is replaced once. */
    async boot(station) {
        try {
            await station.boots();
        }
        catch (error) {
            if (!this.isForgotten(error))
                throw this.explain(error, station.version);
            this.file.password = await this.api.enrol(this.stationId, this.name);
            await station.boots().catch((again) => {
                throw this.explain(again, station.version);
            });
        }
    }
    isForgotten(error) {
        const { status } = error instanceof ConnectionRefusedError ? error : {};
        return (status === 401 || status === 404) && this.api !== undefined && this.givenPassword === undefined;
    }
    explain(error, version) {
        if (!(error instanceof ConnectionRefusedError))
            return error;
        if (error.status === undefined)
            return notRunning(this.baseUrl);
        const reasons = {
            400: `TAU does not let station ${this.stationId} speak OCPP ${version}: see OCPP_VERSIONS and its allowedVersions.`,
            401: `TAU refused the password of station ${this.stationId}.`,
            404: `Station ${this.stationId} is not registered.`,
            429: 'There were too many failed attempts to connect; wait a minute.',
            503: 'TAU is starting or stopping; try again in a moment.',
        };
        return new CliError(reasons[error.status] ?? `TAU refused the connection: ${error.message}`);
    }
}
//# sourceMappingURL=enrolment.js.map