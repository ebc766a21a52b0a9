import { jest } from '@jest/globals';
import { AsyncLocalStorage } from 'node:async_hooks';
import { startCsms } from '../support/csms.js';

describe('A request of an operator', () => {
  const csms = startCsms();

  it('is served outside of any AsyncLocalStorage, which would slow down every promise of every station', async () => {
    const entered = [
      jest.spyOn(AsyncLocalStorage.prototype, 'run'),
      jest.spyOn(AsyncLocalStorage.prototype, 'enterWith'),
    ];

    await csms.operator.stations();

    for (const spy of entered) expect(spy).not.toHaveBeenCalled();
  });
});
