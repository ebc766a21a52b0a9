import type { StationVariable } from './dialect.js';

/** By which a variable is asked for: its place in the device model. */
export interface VariableName {
  readonly component: string;
  readonly variable: string;
  readonly instance?: string;
}

export type SetStatus = 'Accepted' | 'Rejected' | 'RebootRequired' | 'UnknownComponent' | 'UnknownVariable';

const same = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

const keyOf = ({ component, variable, instance }: VariableName): string => `${component}.${variable}.${instance ?? ''}`;

/** The variable of a name, or why there is none; a variable with one instance needs it named. */
export function lookUp(
  name: VariableName,
  known: readonly StationVariable[],
): StationVariable | 'UnknownComponent' | 'UnknownVariable' {
  const ofComponent = known.filter(({ component }) => same(component, name.component));
  const found = ofComponent.find(
    ({ variable, instance }) => same(variable, name.variable) && same(instance ?? '', name.instance ?? ''),
  );
  return found ?? (ofComponent.length ? 'UnknownVariable' : 'UnknownComponent');
}

/** A number stays a number and a boolean a boolean. */
function isOfType(value: string, current: string): boolean {
  if (/^\d+$/.test(current)) return /^\d+$/.test(value);
  return current === 'true' || current === 'false' ? value === 'true' || value === 'false' : true;
}

/** What was changed in a station since it was built, and what takes a reboot to hold. */
export class VariableMemory {
  private readonly changed = new Map<string, string>();
  private readonly afterReboot = new Map<string, string>();

  constructor(
    private readonly builtIn: () => readonly StationVariable[],
    /** Told what holds from now on. */
    private readonly holds: (variable: StationVariable) => void,
  ) {}

  read(): readonly StationVariable[] {
    return this.builtIn().map((each) => ({ ...each, value: this.changed.get(keyOf(each)) ?? each.value }));
  }

  set(name: VariableName, value: string): SetStatus {
    const found = lookUp(name, this.read());
    if (typeof found === 'string') return found;
    if (found.access === 'ReadOnly' || !isOfType(value, found.value)) return 'Rejected';
    if (found.access === 'AfterReboot') {
      this.afterReboot.set(keyOf(found), value);
      return 'RebootRequired';
    }
    this.hold(keyOf(found), value);
    return 'Accepted';
  }

  rebooted(): void {
    for (const [key, value] of this.afterReboot) this.hold(key, value);
    this.afterReboot.clear();
  }

  private hold(key: string, value: string): void {
    this.changed.set(key, value);
    this.holds(this.read().find((each) => keyOf(each) === key)!);
  }
}
