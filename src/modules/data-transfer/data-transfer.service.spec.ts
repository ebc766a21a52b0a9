import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Test } from '@nestjs/testing';
import { DataTransferService, type TransferContext } from './data-transfer.service.js';
import { ReceivedTransfers, type ReceivedTransfer } from './received-transfers.js';
import { VendorHandler } from './vendors/vendor-handler.decorator.js';
import type { VendorAnswer, VendorMessage } from './vendors/vendor-message.js';
import { VendorRegistry } from './vendors/vendor-registry.js';

const RECEIVED_AT = new Date('2026-11-22T12:00:00Z');

/** What is kept, for as long as a test runs. */
class Kept {
  readonly transfers: ReceivedTransfer[] = [];

  keyOf(...parts: unknown[]): string {
    return JSON.stringify(parts);
  }

  async isKnown(_station: string, key: string): Promise<boolean> {
    return this.transfers.some(({ naturalKey }) => naturalKey === key);
  }

  async add(transfer: ReceivedTransfer): Promise<void> {
    this.transfers.push(transfer);
  }
}

/** The code of a vendor. */
class Example {
  readonly heard: VendorMessage[] = [];

  @VendorHandler({ vendorId: 'com.example', messageId: 'Login' })
  login(message: VendorMessage): VendorAnswer {
    this.heard.push(message);
    return { status: 'Accepted', data: { password: 'hunter2', welcome: 'you' } };
  }

  @VendorHandler({ vendorId: 'com.example', messageId: 'Broken' })
  async broken(): Promise<VendorAnswer> {
    throw new Error('out of order');
  }

  @VendorHandler({ vendorId: 'com.example', messageId: 'Nobody' })
  nobody(): VendorAnswer {
    return { status: 'UnknownVendorId', data: 'too much' };
  }
}

describe('P02 · A message of a vendor', () => {
  const received = async (...messageIds: string[]) => {
    @Module({
      imports: [DiscoveryModule],
      providers: [VendorRegistry, DataTransferService, Example, { provide: ReceivedTransfers, useClass: Kept }],
    })
    class Transfers {}
    const module = await Test.createTestingModule({ imports: [Transfers] }).compile();
    await module.init();
    const answers: VendorAnswer[] = [];
    for (const messageId of messageIds) {
      const payload = { vendorId: 'com.example', messageId, data: { pinCode: '1234' } };
      const context = {
        station: { id: 'uuid', stationId: 'CS001' },
        version: '2.0.1',
        messageId: '1',
        receivedAt: RECEIVED_AT,
        originalPayload: payload,
      } as unknown as TransferContext;
      answers.push(await module.get(DataTransferService).receive(payload, context));
    }
    const kept = module.get<Kept>(ReceivedTransfers as never).transfers;
    return { answers, kept, heard: module.get(Example).heard };
  };

  it('reaches its handler and brings its answer back as they are; secrets are kept masked', async () => {
    const { answers, kept, heard } = await received('Login');

    expect(heard).toMatchObject([{ stationId: 'CS001', data: { pinCode: '1234' }, isRepeated: false }]);
    expect(answers).toEqual([{ status: 'Accepted', data: { password: 'hunter2', welcome: 'you' } }]);
    expect(kept).toMatchObject([
      { data: { pinCode: '***' }, answer: { status: 'Accepted', data: { password: '***', welcome: 'you' } } },
    ]);
  });

  it('that is repeated is answered again, told so to its handler, and kept once', async () => {
    const { answers, kept, heard } = await received('Login', 'Login');

    expect(answers[1]).toEqual(answers[0]);
    expect(heard.map(({ isRepeated }) => isRepeated)).toEqual([false, true]);
    expect(kept).toHaveLength(1);
  });

  it('is kept and rejected where its handler fails', async () => {
    const { answers, kept } = await received('Broken');

    expect(answers).toEqual([{ status: 'Rejected' }]);
    expect(kept).toMatchObject([{ messageId: 'Broken', answer: { status: 'Rejected' } }]);
  });

  it('is answered without data where its vendor is not known', async () => {
    expect((await received('Nobody')).answers).toEqual([{ status: 'UnknownVendorId' }]);
  });
});
