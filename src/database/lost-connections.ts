import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';

/** Tells the log of pooled connections that break while nobody uses them. Whoever uses one learns by an error. */
@Injectable()
export class LostConnections implements OnApplicationShutdown {
  private readonly logger = new Logger('Database');
  private stopped = false;

  note({ message }: Error): void {
    if (!this.stopped) this.logger.warn(`A connection to the database was lost: ${message}`);
  }

  /** A pool has ended before its sockets are closed, and the embedded database may be the faster one. */
  onApplicationShutdown(): void {
    this.stopped = true;
  }
}
