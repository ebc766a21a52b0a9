import { Module, type Provider } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Test } from '@nestjs/testing';
import { VendorHandler } from './vendor-handler.decorator.js';
import type { VendorAnswer, VendorMessage } from './vendor-message.js';
import { VendorRegistry } from './vendor-registry.js';

const answerOf = (data: string): VendorAnswer => ({ status: 'Accepted', data });

class Meters {
  @VendorHandler({ vendorId: 'com.example', messageId: 'Reading' })
  reading(): VendorAnswer {
    return answerOf('reading');
  }
}

class Whole {
  @VendorHandler({ vendorId: 'COM.EXAMPLE' })
  async all({ messageId }: VendorMessage): Promise<VendorAnswer | undefined> {
    return messageId === 'Mine' ? answerOf('whole') : undefined;
  }
}

class Everybody {
  @VendorHandler({})
  everybody({ vendorId }: VendorMessage): VendorAnswer | undefined {
    return vendorId === 'declared' ? answerOf('declared') : undefined;
  }
}

class Again {
  @VendorHandler({ vendorId: 'Com.Example', messageId: 'READING' })
  again(): VendorAnswer {
    return answerOf('again');
  }
}

const started = async (...providers: Provider[]): Promise<VendorRegistry> => {
  @Module({ imports: [DiscoveryModule], providers: [VendorRegistry, ...providers] })
  class Vendors {}
  const module = await Test.createTestingModule({ imports: [Vendors] }).compile();
  await module.init();
  return module.get(VendorRegistry);
};

const says = (registry: VendorRegistry, vendorId: string, messageId?: string) =>
  registry.answer({
    stationUuid: 'uuid',
    stationId: 'CS001',
    vendorId,
    messageId,
    data: undefined,
    receivedAt: new Date(0),
    isRepeated: false,
  });

describe('The registry of vendors', () => {
  it('asks the handler of the message before that of the vendor before that of everybody', async () => {
    const registry = await started(Everybody, Whole, Meters);

    expect(await says(registry, 'Com.Example', 'reading')).toEqual(answerOf('reading'));
    expect(await says(registry, 'com.example', 'Mine')).toEqual(answerOf('whole'));
    expect(await says(registry, 'declared')).toEqual(answerOf('declared'));
  });

  it('tells an unknown message of a known vendor from an unknown vendor', async () => {
    const registry = await started(Everybody, Meters);

    expect(await says(registry, 'com.example', 'Other')).toEqual({ status: 'UnknownMessageId' });
    expect(await says(registry, 'com.example')).toEqual({ status: 'UnknownMessageId' });
    expect(await says(registry, 'org.nobody', 'Reading')).toEqual({ status: 'UnknownVendorId' });
    expect([registry.knows('COM.example'), registry.knows('declared')]).toEqual([true, false]);
  });

  it('stops the start where two handlers answer the same, and names both', async () => {
    await expect(started(Meters, Again)).rejects.toThrow(
      /READING of Com\.Example: Meters\.reading and Again\.again\. Remove/,
    );
  });
});
