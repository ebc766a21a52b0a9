import { Module } from '@nestjs/common';
import { TlsListener } from './tls-listener.js';

/** The second door, where TLS_PORT asks for one. */
@Module({ providers: [TlsListener] })
export class TlsModule {}
