import { safeFileName } from './file-name.js';

describe('The name of an uploaded file', () => {
  it.each([
    ['log-2026.tar.gz', 'log-2026.tar.gz'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\logs\\today.txt', 'today.txt'],
    ['.bashrc', 'bashrc'],
    ['..', undefined],
    ['', undefined],
    ['a"b\r\nSet-Cookie: x', 'a_b_Set-Cookie_x'],
    ['protokoll für heute.log', 'protokoll_f_r_heute.log'],
    ['\u0000\u202Egpj.exe', 'gpj.exe'],
  ])('%j becomes %j', (name, safe) => {
    expect(safeFileName(name)).toBe(safe);
  });

  it('keeps the end of a long one, where its kind is told', () => {
    const name = safeFileName(`${'x'.repeat(500)}.zip`)!;

    expect(name).toHaveLength(100);
    expect(name.endsWith('.zip')).toBe(true);
  });
});
