import type { CommandView } from '../../../commands/index.js';
import type { OcppVersion } from '../../../ocpp/index.js';
import { type AttributeAddress, attributeKey } from '../device-model/variable-address.js';
import { sharedStatus, type VariableResult } from './variable-results.js';
import { IDENTITY, resultsOf } from './variables.commands.js';

/** What came of one variable; `status` is null where the station has not been asked, or did not speak of it. */
export type VariableOutcome = AttributeAddress & {
  readonly status: VariableResult['status'] | null;
  readonly reportedStatus: string | null;
  readonly statusInfo: VariableResult['statusInfo'] | null;
  readonly value: string | null;
  readonly readOnly: boolean | null;
};

const outcome = (asked: AttributeAddress, result: VariableResult | undefined): VariableOutcome => ({
  component: asked.component,
  componentInstance: asked.componentInstance ?? null,
  evseId: asked.evseId ?? null,
  connectorId: asked.connectorId ?? null,
  variable: asked.variable,
  instance: asked.instance ?? null,
  attributeType: asked.attributeType ?? 'Actual',
  status: result?.status ?? null,
  reportedStatus: result?.reportedStatus ?? null,
  statusInfo: result?.statusInfo ?? null,
  value: result?.value ?? null,
  readOnly: result?.readOnly ?? null,
});

const resultsByIdentity = (commands: readonly CommandView[]): Map<string, VariableResult> =>
  new Map(
    commands.flatMap((command) =>
      resultsOf(command).map((result) => [IDENTITY[command.ocppVersion as OcppVersion](result), result] as const),
    ),
  );

/** What a command said about each of the variables that it was about; in words of the operator. */
export function outcomesOf(
  variables: readonly AttributeAddress[],
  commands: readonly CommandView[],
): VariableOutcome[] {
  const version = commands[0]?.ocppVersion as OcppVersion | undefined;
  const results = resultsByIdentity(commands);
  if (variables.length === 0) return [...results.values()].map((result) => outcome(result, result));
  const identity = version ? IDENTITY[version] : attributeKey;
  // [OCPP 2.0.1 B06] results may come in any order
  return variables.map((asked) => outcome(asked, results.get(identity(asked))));
}

/** What came of a request about variables: the newest command with the results of all of them. */
export function toAnswer(variables: readonly AttributeAddress[], commands: readonly CommandView[]) {
  const results = outcomesOf(variables, commands);
  return {
    ...commands.at(-1)!,
    status: sharedStatus(commands.map(({ status }) => status)) ?? null,
    commandIds: commands.map(({ commandId }) => commandId),
    results,
    rebootRequired: results.some(({ status }) => status === 'RebootRequired'),
  };
}
