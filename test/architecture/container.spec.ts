import { existsSync, readFileSync } from 'node:fs';
import { ENVIRONMENT } from '../../src/config/schema.js';

const read = (file: string): string => readFileSync(file, 'utf8');

describe('The container', () => {
  const dockerfile = read('Dockerfile');

  it('is made of files that exist', () => {
    const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+)$/gm)].flatMap(([, line]) =>
      line!.split(' ').slice(0, -1),
    );

    expect(copied.length).toBeGreaterThan(4);
    expect(copied.filter((file) => !existsSync(file))).toEqual([]);
  });

  it('lets every file into the build that the Dockerfile copies', () => {
    const allowed = read('.dockerignore').match(/(?<=^!).+/gm)!;
    const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+)$/gm)].flatMap(([, line]) =>
      line!.split(' ').slice(0, -1),
    );

    expect(copied.filter((file) => !allowed.includes(file.replace('./', '')))).toEqual([]);
  });

  it('starts what `npm start` starts, as somebody else than root', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };

    expect(dockerfile).toMatch(`CMD ${JSON.stringify(scripts['start']!.split(' ')).replaceAll(',', ', ')}`);
    expect(dockerfile).toMatch(/^USER node$/m);
  });

  it('is given settings that TAU knows', () => {
    const tau = read('compose.yaml').split(/^ {2}postgres:$/m)[0]!;
    const given = [...tau.matchAll(/^ {6}([A-Z_]+):/gm)].map(([, name]) => name!);
    const baked = dockerfile
      .match(/^ENV (.+)$/m)![1]!
      .split(' ')
      .map((pair) => pair.split('=')[0]!);

    expect(given).toContain('DATABASE_URL');
    expect([...given, ...baked].filter((name) => !(name in ENVIRONMENT.shape))).toEqual(['NODE_ENV']);
  });

  it('is granted more time to stop than the drain of its connections takes', () => {
    const [, drain] = /DRAIN_SECONDS: \$\{DRAIN_SECONDS:-(\d+)\}/.exec(read('compose.yaml'))!;
    const [, grace] = /stop_grace_period: (\d+)s/.exec(read('compose.yaml'))!;
    const [, withoutCompose] = /DRAIN_SECONDS=(\d+)/.exec(dockerfile)!;

    expect(Number(grace)).toBeGreaterThanOrEqual(Number(drain) + 15);
    expect(Number(withoutCompose)).toBeLessThan(10); // what `docker stop` grants
  });
});
