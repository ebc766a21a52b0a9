import type { CsmsAction, CsmsRequests, CsmsResponses } from '../messages/index.js';
import type { OcppVersion } from '../versions.js';

/** What a station said to a command, in words of no version. */
export interface CommandAnswer {
  /** The station's status as it said it, e.g. Accepted. */
  readonly status: string;
  /** 2.0.1 statusInfo, where the station gave one. */
  readonly statusInfo?: { readonly reasonCode: string; readonly additionalInfo?: string };
}

/** Which action says it, where the version has several messages for one thing. */
export interface ActionChoice<Input, A extends string = string> {
  readonly oneOf: readonly A[];
  readonly choose: (input: Input) => A;
}

/** How a command is said in one version. */
export interface Translation<Input, V extends OcppVersion, A extends CsmsAction<V>> {
  readonly action: A | ActionChoice<Input, A>;
  /** The payload; throws a problem where this version cannot express the input. */
  request(input: Input): CsmsRequests[V][A];
  /** Partial: some messages are answered without a status. */
  answer(response: CsmsResponses[V][A]): Partial<CommandAnswer>;
  /** Names the condition that has to hold before it is sent, where this version cannot leave the waiting to the station. */
  waitsFor?(input: Input): string | undefined;
}

/** A translation whose action is no longer known to the compiler; only the kernel and commands/ use it. */
export interface AnyTranslation<Input> {
  readonly action: string | ActionChoice<Input>;
  request(input: Input): Record<string, unknown>;
  answer(response: Record<string, unknown>): Partial<CommandAnswer>;
  waitsFor?(input: Input): string | undefined;
}

/** A version-neutral command to a station, with the translations of all versions side by side. */
export interface CommandDefinition<Input> {
  /** In 2.0.1 words, e.g. RequestStartTransaction. */
  readonly name: string;
  /** Undefined for a version that lacks the feature. */
  translation(version: OcppVersion): AnyTranslation<Input> | undefined;
}

type Translations<
  Input,
  A16 extends CsmsAction<'1.6'>,
  A20 extends CsmsAction<'2.0'>,
  A201 extends CsmsAction<'2.0.1'>,
> = {
  '1.6'?: Translation<Input, '1.6', A16>;
  '2.0'?: Translation<Input, '2.0', A20>;
  '2.0.1'?: Translation<Input, '2.0.1', A201>;
};

/** By name, so that a command that waits for its station is found again after a restart. */
const DEFINED = new Map<string, CommandDefinition<unknown>[]>();

/** The command of a name. @throws where there is none, or more than one */
export function definitionNamed(name: string): CommandDefinition<unknown> {
  const [definition, another] = DEFINED.get(name) ?? [];
  if (!definition) throw new Error(`no command is defined under the name ${name}`);
  if (another) throw new Error(`several commands are defined under the name ${name}: give each a name of its own`);
  return definition;
}

/** Names under which more than one command is defined. */
export const doublyDefined = (): string[] =>
  [...DEFINED].filter(([, definitions]) => definitions.length > 1).map(([name]) => name);

/** The actions that the commands of a version are sent as, in their order. */
export function commandActions(version: OcppVersion): string[] {
  const translations = [...DEFINED.values()].flat().flatMap((definition) => definition.translation(version) ?? []);
  const actions = translations.flatMap(({ action }) => (typeof action === 'string' ? [action] : action.oneOf));
  return [...new Set(actions)].sort();
}

/**
 * Defines a command; request and answer of each version are checked against its message tables.
 *
 * `defineCommand<StopInput>()('RequestStopTransaction', { '1.6': { action: 'RemoteStopTransaction', ... }, ... })`
 */
export const defineCommand =
  <Input>() =>
  <A16 extends CsmsAction<'1.6'>, A20 extends CsmsAction<'2.0'>, A201 extends CsmsAction<'2.0.1'>>(
    name: string,
    translations: Translations<Input, A16, A20, A201>,
  ): CommandDefinition<Input> => {
    const definition: CommandDefinition<Input> = {
      name,
      translation: (version) => translations[version] as AnyTranslation<Input> | undefined,
    };
    DEFINED.set(name, [...(DEFINED.get(name) ?? []), definition as CommandDefinition<unknown>]);
    return definition;
  };
