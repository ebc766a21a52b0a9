import { conformancePage, idsIn, type ConformanceTest } from '../../scripts/conformance-page.mjs';

const VERSION = {
  version: '2.0.1',
  station: [
    { action: 'Heartbeat', built: true },
    { action: 'Authorize', built: true },
    { action: 'NotifyReport', built: false },
  ],
  csms: [
    { action: 'Reset', built: false },
    { action: 'GetVariables', built: false },
    { action: 'RequestStartTransaction', built: true },
  ],
  unspoken: ['NotifyCentralChargingNeeds'],
};

const test = (name: string, from: 'station' | 'csms', action: string, over: object = {}): ConformanceTest => ({
  name,
  file: 'test/specs/a.e2e-spec.ts',
  passed: true,
  exchanges: [{ version: '2.0.1', from, action, answer: 'CALLRESULT', ...over }],
});

const pageOf = (...tests: ConformanceTest[]) => conformancePage([VERSION], tests);

describe('The ids in the name of a test', () => {
  it.each([
    ['OCPP 1.6 TC_011_2_CSMS · there is no transaction', ['TC_011_2_CSMS'], []],
    ['TC_B_01_CSMS · cold boot', ['TC_B_01_CSMS'], []],
    ['F01 F02 · Request start is refused B02 while Pending (OCPP 2.0)', [], ['F01', 'F02', 'B02']],
    ['closes the gap of C01.FR.07', [], ['C01']],
    ['knows no ABC12, B021, B13, B00 or CS-B01 by the time of 2.B01', [], []],
  ])('%s', (name, certification, useCases) => {
    expect(idsIn(name)).toEqual({ certification, useCases });
  });
});

describe('The conformance page', () => {
  it('names a message with the ids of the tests that exchanged it', () => {
    const page = pageOf(
      test('C01 · b', 'station', 'Authorize'),
      test('B01 · a', 'station', 'Authorize'),
      test('TC_C_02_CSMS · c', 'station', 'Authorize'),
      test('C01 · d', 'station', 'Authorize'),
    );

    expect(page).toContain('| Authorize | B01, C01 | TC_C_02_CSMS |');
    expect(page).toContain('| Heartbeat | not tested | not tested |');
  });

  it('counts no test that failed, and nothing that went the other way or in another version', () => {
    const page = pageOf(
      { ...test('C01 · failed', 'station', 'Authorize'), passed: false },
      test('C02 · the other way', 'csms', 'Authorize'),
      test('C03 · another version', 'station', 'Authorize', { version: '2.0' }),
    );

    expect(page).toContain('| Authorize | not tested | not tested |');
  });

  it('shows a CALLERROR where nothing else was answered', () => {
    const refused = { answer: 'SecurityError' };
    const page = pageOf(
      test('B02 · refused', 'station', 'Authorize', refused),
      test('B03 · refused', 'station', 'Authorize', refused),
      test('B03 · accepted later', 'station', 'Authorize'),
    );

    expect(page).toContain('| Authorize | B02 (SecurityError), B03 | – |');
  });

  it('says what is not built, and what only the raw call can do', () => {
    const page = pageOf(test('B06 · get', 'csms', 'GetVariables'), test('no id', 'csms', 'Reset'));

    expect(page).toContain('### From stations (2 of 3)');
    expect(page).toContain('answered NotSupported: NotifyReport.');
    expect(page).toContain('| GetVariables (by raw call) | B06 | – |');
    expect(page).toContain('sends them: Reset.');
    expect(page).toContain('either direction: NotifyCentralChargingNeeds.');
  });

  it('says where the tests of a use case are, and how many of them spoke a version', () => {
    const page = pageOf(
      test('C01 · a', 'station', 'Authorize'),
      { ...test('C01 · b', 'station', 'Authorize'), file: 'test/wire/b.e2e-spec.ts' },
      test('C01 · c', 'station', 'Authorize'),
      { ...test('C01 · failed', 'station', 'Authorize'), passed: false },
      { ...test('C02 · says nothing', 'station', 'Authorize'), exchanges: [] },
    );

    expect(page).toContain('| C01 | [a](../test/specs/a.e2e-spec.ts) 2, [b](../test/wire/b.e2e-spec.ts) 1 |');
    expect(page).not.toContain('| C02 |');
  });

  it('is the same in whatever order the tests ran', () => {
    const tests = [
      test('C01', 'station', 'Authorize'),
      test('B01', 'station', 'Authorize'),
      test('A01', 'csms', 'Reset'),
    ];

    expect(pageOf(...tests.toReversed())).toBe(pageOf(...tests));
  });
});
