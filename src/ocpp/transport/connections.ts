import { Injectable } from '@nestjs/common';
import type { StationConnection } from './station-connection.js';

/** The open connections of this process: at most one for each station. */
@Injectable()
export class Connections {
  private readonly byStation = new Map<string, StationConnection>();

  get size(): number {
    return this.byStation.size;
  }

  all(): IterableIterator<StationConnection> {
    return this.byStation.values();
  }

  of(stationUuid: string): StationConnection | undefined {
    return this.byStation.get(stationUuid);
  }

  /** The newest authenticated socket wins at once; gives back the one that it displaces. */
  add(connection: StationConnection): StationConnection | undefined {
    const displaced = this.byStation.get(connection.stationUuid);
    this.byStation.set(connection.stationUuid, connection);
    return displaced;
  }

  /** The late close of a displaced connection changes nothing. */
  remove(connection: StationConnection): void {
    if (this.byStation.get(connection.stationUuid) === connection) this.byStation.delete(connection.stationUuid);
  }
}
