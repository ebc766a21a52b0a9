import { DiscoveryModule } from '@nestjs/core';
import { Test } from '@nestjs/testing';
import { OcppHandler, type StationResponses } from '../../src/ocpp/index.js';
import { OcppRegistry } from '../../src/ocpp/dispatch/ocpp-registry.service.js';

class FirstHandlers {
  @OcppHandler('Heartbeat', '1.6', '2.0.1')
  beat(): StationResponses['1.6']['Heartbeat'] {
    return { currentTime: '2026-11-22T12:00:00.000Z' };
  }
}

class SecondHandlers {
  @OcppHandler('Heartbeat', '2.0.1')
  pulse(): StationResponses['2.0.1']['Heartbeat'] {
    return { currentTime: '2026-11-22T12:00:00.000Z' };
  }
}

class HandlersOfAnotherVersion {
  @OcppHandler('Heartbeat', '2.0')
  pulse(): StationResponses['2.0']['Heartbeat'] {
    return { currentTime: '2026-11-22T12:00:00.000Z' };
  }
}

const startedWith = async (...handlers: (new () => object)[]): Promise<OcppRegistry> => {
  const module = await Test.createTestingModule({
    imports: [DiscoveryModule],
    providers: [OcppRegistry, ...handlers],
  }).compile();
  module.useLogger(false);
  await module.init();
  return module.get(OcppRegistry);
};

describe('The handlers of OCPP messages', () => {
  it('are found in every provider, by version and action', async () => {
    const registry = await startedWith(FirstHandlers, HandlersOfAnotherVersion);

    expect(registry.list()).toEqual([
      { version: '1.6', action: 'Heartbeat', where: 'FirstHandlers.beat' },
      { version: '2.0.1', action: 'Heartbeat', where: 'FirstHandlers.beat' },
      { version: '2.0', action: 'Heartbeat', where: 'HandlersOfAnotherVersion.pulse' },
    ]);
  });

  it('stop the start where two want the same message, and are both named', async () => {
    await expect(startedWith(FirstHandlers, SecondHandlers)).rejects.toThrow(
      /Two handlers for Heartbeat in OCPP 2\.0\.1: FirstHandlers\.beat and SecondHandlers\.pulse/,
    );
  });
});
