import { ProblemError } from '../../../common/problems.js';
import { attributeKey, type VariableAddress } from '../device-model/variable-address.js';
import { variableOfKey } from './configuration-keys.v16.js';

const PASSWORD = attributeKey({ component: 'SecurityCtrlr', variable: 'BasicAuthPassword' });

/** The password by which a station logs in is changed on both sides or not at all, so not as a mere variable. */
export function assertNoPassword(address: VariableAddress): void {
  const { component, variable } = address;
  const named = component.toLowerCase() === 'configurationkey' ? variableOfKey(variable) : { component, variable };
  if (attributeKey(named) !== PASSWORD) return;
  throw new ProblemError(
    'variable-protected',
    422,
    'The password of a station cannot be changed as a variable: TAU would go on expecting the old one and lock the ' +
      'station out. Leave it as it is, or register the station with the password that it already has.',
  );
}
