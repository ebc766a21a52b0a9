import { Injectable, Logger } from '@nestjs/common';
import { Shutdown } from '../../common/shutdown.js';
import { Workload } from '../ports.js';
import { HandshakeLine, type Place } from './handshake-line.js';

/** Waiting work that is older keeps new stations out; they are let in again once it is younger than the second figure. */
const BEHIND_MS = 2000;
const CAUGHT_UP_MS = 500;
/** Handshakes under way, of which so many are connected and booted at a time. */
const MOST_UNDER_WAY = 2000;
const MOST_CONNECTING = 256;

type Closed = 'the database is behind' | 'too many handshakes are under way';

/**
 * Whether a handshake may begin. New connections are kept out before those that are open slow down: a station that is
 * turned away with 503 comes back, one that is answered late repeats itself.
 */
@Injectable()
export class AdmissionControl {
  private readonly logger = new Logger(AdmissionControl.name);
  private readonly line = new HandshakeLine(MOST_CONNECTING);
  private closed: Closed | undefined;
  private refused = 0;

  constructor(
    private readonly workload: Workload,
    private readonly shutdown: Shutdown,
  ) {}

  /** Whether connections are opened at all, as they are until the process is told to end. */
  get isOpen(): boolean {
    return !this.shutdown.begun;
  }

  /** A place for a new handshake; undefined where it has to come again later. */
  enter(): Place | undefined {
    if (!this.isOpen) return undefined;
    this.consider();
    if (!this.closed) return this.line.enter();
    this.refused += 1;
    return undefined;
  }

  /** With hysteresis, so that what is just enough does not open and close the door with every station. */
  private consider(): void {
    const waitedMs = this.workload.oldestWaitingMs();
    const underWay = this.line.length;
    if (this.closed) {
      if (waitedMs < CAUGHT_UP_MS && underWay <= MOST_UNDER_WAY / 2) this.reopen();
      return;
    }
    if (waitedMs > BEHIND_MS) this.closed = 'the database is behind';
    else if (underWay >= MOST_UNDER_WAY) this.closed = 'too many handshakes are under way';
    if (this.closed) this.logger.warn('new connections are refused', { reason: this.closed, waitedMs, underWay });
  }

  private reopen(): void {
    this.logger.log('new connections are admitted again', { reason: this.closed, refused: this.refused });
    this.closed = undefined;
    this.refused = 0;
  }
}
