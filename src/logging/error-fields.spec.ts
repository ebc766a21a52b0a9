import { QueryFailedError } from 'typeorm';
import { errorFields } from './error-fields.js';

describe('an error in the log', () => {
  it('says what went wrong and where, with its cause', () => {
    const cause = Object.assign(new Error('refused'), { code: 'ECONNREFUSED' });

    expect(errorFields(new Error('not stored', { cause }))).toMatchObject({
      type: 'Error',
      message: 'not stored',
      stack: expect.stringContaining('error-fields.spec'),
      cause: { message: 'refused', code: 'ECONNREFUSED' },
    });
  });

  it('does not give away the parameters of a statement', () => {
    const error = new QueryFailedError('SELECT $1', ['1234-PIN'], new Error('broken'));

    expect(JSON.stringify(errorFields(new Error('x', { cause: error })))).not.toContain('1234-PIN');
  });

  it('ends where causes go round in a circle', () => {
    const error = new Error('a');
    error.cause = error;

    expect(() => errorFields(error)).not.toThrow();
  });
});
