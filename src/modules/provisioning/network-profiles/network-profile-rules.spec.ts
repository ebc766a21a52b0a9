import {
  assertNotInUse,
  assertNotLower,
  assertUsable,
  skippedSlots,
  slotOf,
  slotsOf,
} from './network-profile-rules.js';
import type { NetworkProfile } from './network-profiles.commands.js';

const profile = (more: Partial<NetworkProfile> = {}): NetworkProfile => ({
  ocppVersion: 'OCPP20',
  ocppTransport: 'JSON',
  ocppCsmsUrl: 'wss://csms.example/ocpp',
  messageTimeout: 30,
  securityProfile: 2,
  ocppInterface: 'Wired0',
  ...more,
});

describe('A network profile', () => {
  it.each([
    { ocppCsmsUrl: 'wss://csms.example/ocpp', securityProfile: 3 },
    { ocppCsmsUrl: 'ws://csms.example/ocpp', securityProfile: 1 },
    { ocppCsmsUrl: 'wss://csms.example/ocpp', securityProfile: 1 },
  ])('can be used: %j', (more) => {
    expect(() => assertUsable(profile(more), 'CS001')).not.toThrow();
  });

  it.each([
    { ocppCsmsUrl: 'csms.example' },
    { ocppCsmsUrl: 'https://csms.example/ocpp' },
    { ocppCsmsUrl: 'wss://user:secret@csms.example/ocpp' },
    { ocppCsmsUrl: 'ws://csms.example/ocpp', securityProfile: 2 },
    { ocppCsmsUrl: 'wss://csms.example/ocpp/cs001' },
    { ocppCsmsUrl: 'wss://csms.example/ocpp/CS%30%301' },
  ])('cannot be used: %j', (more) => {
    expect(() => assertUsable(profile(more), 'CS001')).toThrow(expect.objectContaining({ code: 'validation-failed' }));
  });

  it('never has a lower security profile than the station', () => {
    expect(() => assertNotLower(profile({ securityProfile: 2 }), 2)).not.toThrow();
    expect(() => assertNotLower(profile({ securityProfile: 1 }), 2)).toThrow(
      expect.objectContaining({ code: 'security-profile-lower' }),
    );
  });
});

describe('The slot in use', () => {
  it('is the active one', () => {
    expect(() => assertNotInUse(2, { active: 1, priority: [2, 1] })).not.toThrow();
    expect(() => assertNotInUse(1, { active: 1, priority: [2, 1] })).toThrow(/slot 1/);
    expect(() => assertNotInUse(1, { active: 1, priority: undefined })).toThrow(/slot 1/);
  });

  it('may be any that the station falls back to, where it does not tell', () => {
    expect(() => assertNotInUse(1, { active: undefined, priority: [2, 1] })).toThrow(/confirmed/);
    expect(() => assertNotInUse(2, { active: undefined, priority: [2, 1] })).toThrow(/confirmed/);
    expect(() => assertNotInUse(3, { active: undefined, priority: [2, 1] })).not.toThrow();
    expect(() => assertNotInUse(3, { active: undefined, priority: undefined })).toThrow(/confirmed/);
  });

  it.each(['-1', '1.5', 'two', '', '2147483648', '9'.repeat(400)])('is not called %s', (text) => {
    expect(() => slotOf(text)).toThrow(expect.objectContaining({ code: 'validation-failed' }));
  });

  it('tells which the station left out to come to it', () => {
    expect(skippedSlots({ active: 1, priority: [3, 2, 1] })).toEqual([3, 2]);
    expect(skippedSlots({ active: 3, priority: [3, 2, 1] })).toEqual([]);
    expect(skippedSlots({ active: 4, priority: [3, 2, 1] })).toBeUndefined();
    expect(skippedSlots({ active: undefined, priority: [3, 2, 1] })).toBeUndefined();
  });

  it('is read from a list as stations write it', () => {
    expect(slotsOf('2, 1,x')).toEqual([2, 1]);
    expect(slotsOf('')).toBeUndefined();
    expect(slotsOf(undefined)).toBeUndefined();
  });
});
