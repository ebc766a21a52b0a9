import { Test, type TestingModule } from '@nestjs/testing';
import { LoggerModule } from 'nestjs-pino';
import { QueryFailedError } from 'typeorm';
import { accessLog } from './access-log.js';
import { AppLogger } from './app-logger.js';

describe('the line of an error in the log', () => {
  const lines: string[] = [];
  let module: TestingModule;

  beforeAll(async () => {
    const stream = { write: (line: string) => void lines.push(line) };
    module = await Test.createTestingModule({
      imports: [
        LoggerModule.forRoot({
          pinoHttp: [{ ...accessLog, level: 'info' }, stream],
          nativeLogger: { flattenParams: true },
        }),
      ],
      providers: [AppLogger],
    }).compile();
  });
  afterAll(() => module.close());

  it('says what went wrong and where', () => {
    const error = Object.assign(new Error('not stored', { cause: new Error('the disk is full') }), { code: 'E42' });

    module.get(AppLogger).error('a message was not handled', { stationId: 'CS001', err: error }, 'Dispatcher');

    expect(JSON.parse(lines.pop()!)).toMatchObject({
      msg: 'a message was not handled',
      context: 'Dispatcher',
      stationId: 'CS001',
      err: {
        type: 'Error',
        message: 'not stored',
        code: 'E42',
        stack: expect.stringContaining('access-log.spec'),
        cause: { message: 'the disk is full' },
      },
    });
  });

  it('does not give away the parameters of a statement', () => {
    const failed = new QueryFailedError('SELECT $1', ['1234-PIN'], new Error('broken'));

    module.get(AppLogger).error('not stored', { err: failed }, 'Dispatcher');

    expect(lines.at(-1)).toContain('broken');
    expect(lines.pop()).not.toContain('1234-PIN');
  });
});
