import { CliError } from './cli-error.js';
import { ConnectionRefusedError, type SimulatedStation } from './simulator/index.js';
import type { StationFile } from './station-file.js';
import { notRunning, type TauApi } from './tau-api.js';

/** How a station gets the password that TAU knows, and in. */
export class Enrolment {
  constructor(
    private readonly stationId: string,
    private readonly baseUrl: string,
    private readonly file: StationFile,
    /** Undefined where no API key was found. */
    private readonly api: TauApi | undefined,
    /** Given by the person; never replaced. */
    private readonly givenPassword?: string,
    private readonly name?: string,
  ) {}

  /** The password to connect with; registers the station where none is known. */
  async password(): Promise<string> {
    const known = this.givenPassword ?? this.file.password;
    if (known !== undefined) return known;
    if (!this.api) {
      throw new CliError(
        `Station ${this.stationId} has no password yet, and no API key was found to register it. ` +
          'Give one with --api-key or TAU_API_KEY (TAU writes its own to DATA_DIR/admin-api-key), or give --password.',
      );
    }
    return (this.file.password = await this.api.enrol(this.stationId, this.name));
  }

  /** Connects and boots. A remembered password that TAU no longer knows is replaced once. */
  async boot(station: SimulatedStation): Promise<void> {
    try {
      await station.boots();
    } catch (error) {
      if (!this.isForgotten(error)) throw this.explain(error, station.version);
      this.file.password = await this.api!.enrol(this.stationId, this.name);
      await station.boots().catch((again: unknown) => {
        throw this.explain(again, station.version);
      });
    }
  }

  private isForgotten(error: unknown): boolean {
    const { status } = error instanceof ConnectionRefusedError ? error : {};
    return (status === 401 || status === 404) && this.api !== undefined && this.givenPassword === undefined;
  }

  private explain(error: unknown, version: string): unknown {
    if (!(error instanceof ConnectionRefusedError)) return error;
    if (error.status === undefined) return notRunning(this.baseUrl);
    const reasons: Record<number, string> = {
      400: `TAU does not let station ${this.stationId} speak OCPP ${version}: see OCPP_VERSIONS and its allowedVersions.`,
      401: `TAU refused the password of station ${this.stationId}.`,
      404: `Station ${this.stationId} is not registered.`,
      429: 'There were too many failed attempts to connect; wait a minute.',
      503: 'TAU is starting or stopping; try again in a moment.',
    };
    return new CliError(reasons[error.status] ?? `TAU refused the connection: ${error.message}`);
  }
}
