import { naturalKey } from '../../common/natural-key.js';

/** Where something is in a station. */
export interface StationComponent {
  readonly name: string;
  readonly instance?: string;
  readonly evse?: { readonly id: number; readonly connectorId?: number };
}

/** An event as a station reports it. */
export interface ReportedEvent {
  /** The station's time, as text. */
  readonly timestamp: string;
  readonly trigger: string;
  readonly actualValue: string;
  readonly cleared?: boolean;
  readonly variableMonitoringId?: number;
  readonly component: StationComponent;
  readonly variable: { readonly name: string; readonly instance?: string };
}

/** Names of components and variables are equal in any letter case. */
const folded = (name: string | undefined): string | undefined => name?.toLowerCase();

/**
 * By what the events of one alarm are known: its component, variable and monitor. Undefined for an event that neither
 * opens nor clears one. [OCPP 2.0.1 N07.FR.12 and on]
 */
export function alarmKeyOf(event: ReportedEvent): string | undefined {
  const { trigger, cleared, component, variable, variableMonitoringId } = event;
  if (trigger !== 'Alerting' && cleared === undefined) return undefined;
  // a periodic or delta event that says it is not cleared reports a value, no alarm
  if (trigger !== 'Alerting' && cleared !== true) return undefined;
  const place = [folded(component.name), folded(component.instance), component.evse?.id, component.evse?.connectorId];
  return naturalKey(...place, folded(variable.name), folded(variable.instance), variableMonitoringId);
}
