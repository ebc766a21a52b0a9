import { EventEmitter } from 'node:events';
import type { WebSocket } from 'ws';
import type { Clock } from '../../src/common/clock.js';
import type { RegisteredStation } from '../../src/ocpp/index.js';
import { StationConnection } from '../../src/ocpp/transport/station-connection.js';

const STATION: Omit<RegisteredStation, 'id' | 'stationId'> = {
  settings: { securityProfile: 1, disabledRules: [], enabledRules: [] },
  registration: 'Accepted',
  decision: 'Accepted',
  everAccepted: true,
};

/** The socket of a connection without a line, for tests of what is done to it. Its other side answers a close. */
export class StationSocket extends EventEmitter {
  readonly OPEN = 1;
  readonly CLOSED = 3;
  readyState = 1;
  isPaused = false;
  /** What the other side has not read. */
  bufferedAmount = 0;
  /** Whether the other side reads what it is sent. */
  reads = true;
  answersClose = true;
  readonly sent: string[] = [];
  pings = 0;
  code: number | undefined;

  /** A connection over this socket. */
  connection(clock: Clock, stationId = 'CS001'): StationConnection {
    const station = { ...STATION, id: stationId, stationId };
    return new StationConnection(this as unknown as WebSocket, station, '1.6', '192.0.2.1', clock.now(), clock, 30);
  }

  send(text: string): void {
    this.sent.push(text);
    if (!this.reads) this.bufferedAmount += text.length;
  }

  ping(): void {
    this.pings += 1;
  }

  pause(): void {
    this.isPaused = true;
  }

  resume(): void {
    this.isPaused = false;
  }

  close(code: number): void {
    this.readyState = 2;
    this.code = code;
    if (this.answersClose) this.terminate();
  }

  terminate(): void {
    if (this.readyState === this.CLOSED) return;
    this.readyState = this.CLOSED;
    this.emit('close', this.code ?? 1006, Buffer.alloc(0));
  }
}
