import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { expectedAfter } from '../dispatch/registration-gate.js';
import { encodeCall, encodeResult } from '../framing/frame.js';
import { MessageLog, type RegistrationStatus, type StationSettings } from '../ports.js';
import { Connections } from '../transport/connections.js';
import type { StationConnection } from '../transport/station-connection.js';
import { maskFrame } from '../validation/mask-frame.js';
import { maskPayload, maskText } from '../validation/masking.js';
import { checkStationResponse } from '../validation/validator.js';
import type { Reply } from './outbound-queue.js';
import type { OcppVersion } from '../versions.js';
import { assertSayable } from './sayable.js';
import { StationClient, type CallOptions, type CallOutcome, type ConnectedStation } from './station-client.js';

/** Calls stations over the sockets of this process. */
@Injectable()
export class LocalStationClient extends StationClient {
  constructor(
    private readonly connections: Connections,
    private readonly messages: MessageLog,
  ) {
    super();
  }

  connected(stationUuid: string): ConnectedStation | undefined {
    const connection = this.connections.of(stationUuid);
    return connection?.isOpen && connection.epoch > 0n ? connection : undefined;
  }

  call(
    stationUuid: string,
    action: string,
    payload: Record<string, unknown>,
    { epoch, ...options }: CallOptions = {},
  ): Promise<CallOutcome> {
    const connection = this.connections.of(stationUuid);
    const isMeant = epoch === undefined || connection?.epoch === epoch;
    if (!connection?.isOpen || !isMeant) return Promise.resolve({ kind: 'disconnected', sentAt: undefined });
    assertSayable(connection.version, action, payload);
    const messageId = randomUUID();
    const text = encodeCall(messageId, action, payload);
    return new Promise((resolve) =>
      connection.outbound.add({
        ...options,
        messageId,
        text,
        read: (reply, sentAt, answeredAt) => this.read(connection, action, payload, reply, sentAt, answeredAt),
        settle: (outcome, sentAt, reply) => {
          if (sentAt) this.record(connection, messageId, action, text, payload, outcome, sentAt, reply);
          resolve(outcome);
        },
      }),
    );
  }

  disconnect(stationUuid: string, code: number, reason: string): void {
    this.connections.of(stationUuid)?.socket.close(code, reason);
  }

  changeSettings(stationUuid: string, settings: StationSettings): void {
    const connection = this.connections.of(stationUuid);
    if (connection) connection.station = { ...connection.station, settings };
  }

  changeRegistration(stationUuid: string, decision: RegistrationStatus): void {
    const connection = this.connections.of(stationUuid);
    if (connection) connection.decision = decision;
  }

  private read(
    connection: StationConnection,
    action: string,
    request: Record<string, unknown>,
    reply: Reply,
    sentAt: Date,
    answeredAt: Date,
  ): CallOutcome {
    if (reply.type === 'error') {
      const { code } = reply;
      return { kind: 'call-error', code, ...shownError(connection.version, action, reply), sentAt, answeredAt };
    }
    const checked = checkStationResponse(connection.version, action, reply.payload);
    if (!checked.ok) {
      return { kind: 'broken-answer', response: reply.payload, reason: checked.reason, sentAt, answeredAt };
    }
    const expected = checked.payload['status'] === 'Accepted' ? expectedAfter(action, request) : undefined;
    if (expected) connection.expected.add(expected);
    return { kind: 'answered', response: checked.payload, sentAt, answeredAt };
  }

  private record(
    connection: StationConnection,
    messageId: string,
    action: string,
    text: string,
    payload: Record<string, unknown>,
    outcome: CallOutcome,
    sentAt: Date,
    reply: Reply | undefined,
  ): void {
    this.messages.record({
      stationUuid: connection.stationUuid,
      version: connection.version,
      direction: 'to-station',
      action,
      messageId,
      request: maskFrame(connection.version, { wireId: messageId, action, payload }, Buffer.from(text)),
      response: reply && this.evidence(connection, action, messageId, reply),
      outcome: outcome.kind === 'call-error' ? outcome.code : outcome.kind,
      receivedAt: sentAt,
      answeredAt: 'answeredAt' in outcome ? outcome.answeredAt : undefined,
    });
  }

  /** An answer as it may be kept: a station may tell its own secrets. */
  private evidence(connection: StationConnection, action: string, messageId: string, reply: Reply): Uint8Array {
    if (reply.type === 'error') {
      const { description, details } = shownError(connection.version, action, reply);
      if (description === reply.description && details === reply.details) return reply.frame;
      return Buffer.from(JSON.stringify([4, messageId, reply.code, description, details]));
    }
    const masked = maskPayload(connection.version, action, 'response', reply.payload);
    return masked === reply.payload ? reply.frame : Buffer.from(encodeResult(messageId, masked));
  }
}

/** What a station says about an error, without the secrets of the request: some repeat it as the reason. */
function shownError(
  version: OcppVersion,
  action: string,
  { description, details }: Extract<Reply, { type: 'error' }>,
): Pick<Extract<Reply, { type: 'error' }>, 'description' | 'details'> {
  return { description: maskText(description), details: maskPayload(version, action, 'request', details) };
}
