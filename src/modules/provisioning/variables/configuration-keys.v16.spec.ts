import { keyOfVariable, STANDARD_CONFIGURATION_KEYS, variableOfKey } from './configuration-keys.v16.js';

describe('Configuration keys of OCPP 1.6 as variables', () => {
  it.each(STANDARD_CONFIGURATION_KEYS)('%s has one variable, which leads back to it', (key) => {
    expect(keyOfVariable(variableOfKey(key))).toBe(key);
    expect(keyOfVariable(variableOfKey(key.toUpperCase()))).toBe(key);
    expect(keyOfVariable({ component: 'configurationkey', variable: key.toLowerCase() })).toBe(key);
  });

  it('no two share a variable', () => {
    const variables = STANDARD_CONFIGURATION_KEYS.map((key) => JSON.stringify(variableOfKey(key)));

    expect(new Set(variables).size).toBe(variables.length);
  });

  it('those of vendors stand under ConfigurationKey, spelled as they are', () => {
    expect(variableOfKey('com.example.Thing')).toEqual({
      component: 'ConfigurationKey',
      variable: 'com.example.Thing',
    });
    expect(keyOfVariable({ component: 'ConfigurationKey', variable: 'com.example.Thing' })).toBe('com.example.Thing');
  });

  it('an instance may be left out, but must not be another one', () => {
    const attempts = { component: 'OCPPCommCtrlr', variable: 'MessageAttempts' };

    expect(keyOfVariable(attempts)).toBe('TransactionMessageAttempts');
    expect(keyOfVariable({ ...attempts, instance: 'transactionevent' })).toBe('TransactionMessageAttempts');
    expect(keyOfVariable({ ...attempts, instance: 'Other' })).toBeUndefined();
  });

  it('there is none below the station', () => {
    const interval = { component: 'OCPPCommCtrlr', variable: 'HeartbeatInterval' };

    expect(keyOfVariable({ ...interval, evseId: 1 })).toBeUndefined();
    expect(keyOfVariable({ ...interval, componentInstance: 'a' })).toBeUndefined();
  });
});
