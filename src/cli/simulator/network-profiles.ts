import type { CsmsRequests } from '../../ocpp/index.js';
import type { CommandedStation, Reply } from './dialect.js';

type Status = 'Accepted' | 'Rejected' | 'Failed';

/** The slots that this station has: those of its order of priority. Takes any profile, and uses none. */
export function setNetworkProfile(
  { configurationSlot }: CsmsRequests['2.0.1']['SetNetworkProfile'],
  station: CommandedStation,
): Reply<{ status: Status }> {
  const priority = station.variables().find(({ variable }) => variable === 'NetworkConfigurationPriority');
  const slots = priority?.value.split(',') ?? [];
  // [OCPP 2.0.1 B09.FR.05]
  return { answer: { status: slots.includes(String(configurationSlot)) ? 'Accepted' : 'Rejected' } };
}
