import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { once } from 'node:events';
import type { Server as PlainServer } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { Clock } from '../../common/clock.js';
import { StartError } from '../../common/start-error.js';
import { Config } from '../../config/config.js';
import { limitConnections } from '../connection-limits.js';
import { explainListenFailure } from '../listen-failure.js';
import { CertificateWatch } from './certificate-watch.js';
import type { Certificate } from './certificate.js';
import { gateHandshakes } from './gate-handshakes.js';
import type { HandshakeGate } from './handshake-gate.js';
import { secureContext } from './secure-context.js';
import { noteFailedHandshake } from './failed-handshakes.js';

/**
 * TLS_PORT: the same REST and the same stations as on the plain port, which stays open beside it. Everything that
 * arrives here is handed to the plain server's listeners, so there is one application with two doors.
 */
@Injectable()
export class TlsListener implements OnApplicationBootstrap, BeforeApplicationShutdown, OnApplicationShutdown {
  private readonly logger = new Logger('TLS');
  private server: Server | undefined;
  private gate: HandshakeGate | undefined;
  private watch: CertificateWatch | undefined;

  constructor(
    private readonly host: HttpAdapterHost,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** The port in use; undefined without TLS_PORT. */
  get port(): number | undefined {
    return (this.server?.address() as AddressInfo | undefined)?.port;
  }

  /** @throws StartError where the certificates or the port cannot be used */
  async onApplicationBootstrap(): Promise<void> {
    const { tls, http } = this.config;
    if (!tls) return;
    this.watch = new CertificateWatch(tls, this.clock, (certificates) =>
      this.server?.setSecureContext(secureContext(certificates)),
    );
    this.warnOfMissingSuites(this.watch.certificates);
    const handshakeMs = tls.handshakeTimeoutSeconds * 1000;
    const server = this.open(this.watch.certificates, handshakeMs);
    this.server = server;
    this.gate = gateHandshakes(server, this.clock, { silentMs: handshakeMs });
    try {
      await once(server.listen(tls.port, http.host), 'listening');
    } catch (error) {
      const explained = explainListenFailure(error, 'TLS_PORT');
      throw explained === undefined ? error : new StartError(explained, { cause: error });
    }
    server.on('error', (error) => this.logger.error(error));
    this.logger.log(`TLS is served on port ${this.port}`);
  }

  /** Stations have been let go by now; nothing new begins. */
  beforeApplicationShutdown(): void {
    this.watch?.stop();
  }

  async onApplicationShutdown(): Promise<void> {
    const { server } = this;
    this.gate?.close();
    if (!server?.listening) return;
    await new Promise((resolve) => server.close(resolve));
  }

  private open(certificates: readonly Certificate[], handshakeTimeout: number): Server {
    const plain = this.host.httpAdapter.getHttpServer() as PlainServer;
    const server = createServer({
      ...secureContext(certificates),
      handshakeTimeout,
      // HTTP/1.1 is all there is. Else Node keeps a copy of that list for each connection, and with it a buffer of 8 KiB.
      ALPNProtocols: [],
    });
    limitConnections(server);
    return server
      .on('request', (request, response) => plain.emit('request', request, response))
      .on('upgrade', (request, socket, head) => plain.emit('upgrade', request, socket, head))
      .on('tlsClientError', noteFailedHandshake);
  }

  private warnOfMissingSuites(certificates: readonly Certificate[]): void {
    for (const [keyType, name] of [
      ['rsa', 'RSA'],
      ['ec', 'ECDSA'],
    ]) {
      if (certificates.some((certificate) => certificate.keyType === keyType)) continue;
      this.logger.warn(`no certificate with an ${name} key: stations whose suites need one cannot connect over TLS`);
    }
  }
}
