import { FIRMWARE_STATUSES, type FirmwareStatus, isOpen, stateAfter, type UpdateState } from './course.js';

const after = (...statuses: FirmwareStatus[]): UpdateState =>
  statuses.reduce<UpdateState>((state, status) => stateAfter(state, status), 'requested');

describe('The course of an update', () => {
  it.each<[string, FirmwareStatus[], UpdateState]>([
    ['runs to its end', ['Downloading', 'Downloaded', 'Installing', 'Installed'], 'installed'],
    [
      'has all stages of a secure one',
      ['DownloadScheduled', 'Downloading', 'DownloadPaused', 'Downloaded'],
      'downloaded',
    ],
    ['may be told from its end alone', ['Installed'], 'installed'],
    ['is not turned back by a late status', ['Installing', 'Downloaded', 'Downloading'], 'installing'],
    ['takes a repeated status once', ['Downloading', 'Downloading'], 'downloading'],
    ['may reboot before or after it installs', ['Downloaded', 'InstallRebooting', 'Installing'], 'installing'],
    ['ends with a failure', ['Downloading', 'DownloadFailed'], 'failed'],
    ['goes on where the station tries again', ['DownloadFailed', 'Downloading', 'Downloaded'], 'downloaded'],
    ['has ended for good once it is installed', ['Installed', 'InstallationFailed', 'Downloading'], 'installed'],
    ['is not touched by Idle', ['Downloading', 'Idle'], 'downloading'],
    ['fails by a signature', ['Downloaded', 'InvalidSignature'], 'failed'],
  ])('%s', (_, statuses, state) => {
    expect(after(...statuses)).toBe(state);
  });

  it.each<UpdateState>(['rejected', 'superseded', 'cancelled'])('goes nowhere once it is %s', (state) => {
    expect(FIRMWARE_STATUSES.map((status) => stateAfter(state, status))).toEqual(FIRMWARE_STATUSES.map(() => state));
  });

  it('is open until it has ended in any way', () => {
    expect(isOpen(after('Installing'))).toBe(true);
    expect(isOpen(after('InstallationFailed'))).toBe(false);
  });
});
