import { naturalKey } from '../../../common/natural-key.js';

export const ATTRIBUTE_TYPES = ['Actual', 'Target', 'MinSet', 'MaxSet'] as const;
export type AttributeType = (typeof ATTRIBUTE_TYPES)[number];

/** Where a variable stands in the device model of a station. */
export interface VariableAddress {
  readonly component: string;
  readonly componentInstance?: string | null;
  readonly evseId?: number | null;
  readonly connectorId?: number | null;
  readonly variable: string;
  /** Of the variable. */
  readonly instance?: string | null;
}

/** One of the values of a variable. */
export interface AttributeAddress extends VariableAddress {
  /** Actual where it is absent. */
  readonly attributeType?: AttributeType | null;
}

const lower = (text: string | null | undefined): string | null => text?.toLowerCase() ?? null;

/** Two addresses are the same where their keys are. [OCPP 2.0.1 part 1, 4.2] names do not differ by letter case */
export const attributeKey = (address: AttributeAddress): string =>
  naturalKey(
    lower(address.component),
    lower(address.componentInstance),
    address.evseId,
    address.connectorId,
    lower(address.variable),
    lower(address.instance),
    address.attributeType ?? 'Actual',
  );

/** For people: `Connector[instance]/1.2 AvailabilityState[instance]`. */
export function addressText(address: AttributeAddress): string {
  const { component, componentInstance, evseId, connectorId, variable, instance, attributeType } = address;
  const inBrackets = (text: string | null | undefined) => (text ? `[${text}]` : '');
  const place = evseId ? `/${[evseId, connectorId].filter(Boolean).join('.')}` : '';
  const type = attributeType && attributeType !== 'Actual' ? ` (${attributeType})` : '';
  return `${component}${inBrackets(componentInstance)}${place} ${variable}${inBrackets(instance)}${type}`;
}
