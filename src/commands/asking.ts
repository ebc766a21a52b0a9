import { deserialize, serialize } from 'node:v8';
import { type CommandDefinition, definitionNamed, type OcppVersion } from '../ocpp/index.js';
import { versionUnsupported } from './command-problems.js';
import type { AnswerReader } from './settlement.js';

/** A command in the words of the version that the station speaks. */
export interface Spoken {
  readonly name: string;
  readonly action: string;
  readonly payload: Record<string, unknown>;
  readonly read: AnswerReader;
  /** The condition that has to hold before it is sent; see CommandConditions. */
  readonly waitsFor: string | undefined;
}

/** What is asked of a station, to be said in the version that it speaks when the time comes. */
export interface Asking {
  /** Throws a problem where that version cannot say it. */
  speak(version: OcppVersion): Spoken;
  /**
   * From which `askingOf` makes it again after a restart, secrets included.
   * @param version that it was last translated to
   */
  keep(version: OcppVersion): Buffer;
}

type Kept =
  | { readonly kind: 'command'; readonly name: string; readonly input: unknown }
  | {
      readonly kind: 'raw';
      readonly action: string;
      readonly payload: Record<string, unknown>;
      readonly version: OcppVersion;
    };

const kept = (asking: Kept): Buffer => serialize(asking);

/** A command of no version. */
export const askingFor = <Input>(definition: CommandDefinition<Input>, input: Input): Asking => ({
  speak: (version) => {
    const translation = definition.translation(version);
    if (!translation) throw versionUnsupported(definition.name, version);
    const { action } = translation;
    return {
      name: definition.name,
      action: typeof action === 'string' ? action : action.choose(input),
      payload: translation.request(input),
      read: (response) => translation.answer(response),
      waitsFor: translation.waitsFor?.(input),
    };
  },
  keep: () => kept({ kind: 'command', name: definition.name, input }),
});

/**
 * A payload exactly as it is given.
 * @param only the version in whose words it is; undefined: whatever the station speaks
 */
export const askingExactly = (action: string, payload: Record<string, unknown>, only?: OcppVersion): Asking => ({
  speak: (version) => {
    if (only !== undefined && only !== version) {
      throw versionUnsupported(`A payload that was made for OCPP ${only}`, version);
    }
    const read: AnswerReader = ({ status }) => (typeof status === 'string' ? { status } : {});
    return { name: action, action, payload, read, waitsFor: undefined };
  },
  keep: (version) => kept({ kind: 'raw', action, payload, version }),
});

/** What was asked, as `keep` wrote it down. Throws where no command of its name is defined any more. */
export function askingOf(text: Buffer): Asking {
  const asking = deserialize(text) as Kept;
  return asking.kind === 'raw'
    ? askingExactly(asking.action, asking.payload, asking.version)
    : askingFor(definitionNamed(asking.name), asking.input);
}
