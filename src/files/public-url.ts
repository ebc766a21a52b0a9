import { Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { networkInterfaces } from 'node:os';
import { Config } from '../config/config.js';

/** Where stations reach TAU over HTTP. */
@Injectable()
export class PublicUrl {
  constructor(
    private readonly config: Config,
    private readonly adapter: HttpAdapterHost,
  ) {}

  /** Without a slash at the end: PUBLIC_URL, or else the address that this process listens on. */
  get base(): string {
    const { publicUrl, host } = this.config.http;
    if (publicUrl !== undefined) return publicUrl.replace(/\/+$/, '');
    const { port } = (this.adapter.httpAdapter.getHttpServer() as Server).address() as AddressInfo;
    return `http://${reachable(host)}:${port}`;
  }
}

/** A station cannot connect to 0.0.0.0; it may be able to reach this machine by an address of the local network. */
function reachable(host: string): string {
  if (host !== '0.0.0.0' && host !== '::') return host.includes(':') ? `[${host}]` : host;
  const addresses = Object.values(networkInterfaces()).flatMap((each) => each ?? []);
  return addresses.find(({ family, internal }) => family === 'IPv4' && !internal)?.address ?? 'localhost';
}
