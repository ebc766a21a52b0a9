const CERTIFICATION_CASE = /\bTC_[A-Z\d]+(?:_\d+)*_CSMS\b/g;
const USE_CASE = /(?<![\w.-])[A-P]\d{2}(?!\w)/g;
/** How many use cases each functional block of OCPP 2.0.1 has; a higher number is something else. */
const USE_CASES = {
  A: 5,
  B: 12,
  C: 16,
  D: 2,
  E: 15,
  F: 6,
  G: 5,
  H: 4,
  I: 6,
  J: 3,
  K: 17,
  L: 4,
  M: 6,
  N: 10,
  O: 6,
  P: 2,
};
const isUseCase = (id) => Number(id.slice(1)) >= 1 && Number(id.slice(1)) <= USE_CASES[id[0]];

const INTRODUCTION = `# Conformance

What the tests of TAU have seen on the wire, message by message. This page is generated: \`npm run conformance\` makes it
after the end-to-end tests, and \`npm run conformance:check\` fails when it is out of date.

- A message is named because a frame with it, and the frame that answers it, went between TAU and a station in a test
  that passed. Only the ids are read from the names of the tests; the messages are not.
- Certification cases are those of the OCPP Compliance Testing Tool (OCTT) in which the CSMS is tested. A test here is
  written after its case; it is not a run of that tool, and TAU holds no certificate.
- Use cases are those of OCPP 2.0.1, whose functional blocks TAU follows in every version.
- A CALLERROR in brackets is the only answer that was exchanged there, because the test wanted it.
- A dash: tests exchange the message, but none of them bears such an id.
`;

const SIDES = [
  {
    side: 'station',
    title: 'From stations',
    missing: 'Not handled yet, so that stations are answered NotSupported:',
  },
  {
    side: 'csms',
    title: 'From the CSMS',
    missing: 'No route of their own yet; only the raw call of the REST API sends them:',
  },
];

export const idsIn = (name) => ({
  certification: name.match(CERTIFICATION_CASE) ?? [],
  useCases: (name.match(USE_CASE) ?? []).filter(isUseCase),
});

export function conformancePage(versions, tests) {
  const passed = tests.filter((test) => test.passed);
  const evidence = evidenceIn(passed);
  const chapters = versions.map((version) => chapterOf(version, evidence));
  const names = versions.map(({ version }) => version);
  return `${[INTRODUCTION.trim(), ...chapters, useCaseChapter(names, passed)].join('\n\n')}\n`;
}

/** By use case and version: the test files in which tests of that use case exchanged messages. */
function useCaseChapter(versions, tests) {
  const filesOf = new Map();
  for (const { name, file, exchanges } of tests) {
    for (const id of idsIn(name).useCases) {
      const seen = filesOf.get(id) ?? new Map(versions.map((version) => [version, new Map()]));
      for (const version of new Set(exchanges.map((exchange) => exchange.version))) {
        const counts = seen.get(version);
        counts?.set(file, (counts.get(file) ?? 0) + 1);
      }
      filesOf.set(id, seen);
    }
  }
  const rows = [...filesOf]
    .filter(([, seen]) => [...seen.values()].some(({ size }) => size > 0))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, seen]) => `| ${id} | ${versions.map((version) => filesCell(seen.get(version))).join(' | ')} |`);
  return [
    '## By use case',
    'Where the tests of a use case are that exchanged messages with stations of a version, and how many they are.',
    [
      `| Use case | ${versions.map((version) => `OCPP ${version}`).join(' | ')} |`,
      `| --- | ${versions.map(() => '---').join(' | ')} |`,
      ...rows,
    ].join('\n'),
  ].join('\n\n');
}

const titleOf = (file) =>
  file
    .split('/')
    .at(-1)
    .replace(/\.e2e-spec\.ts$/, '');

function filesCell(counts) {
  const files = [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
  return files.map(([file, count]) => `[${titleOf(file)}](../${file}) ${count}`).join(', ') || '–';
}

/** By message: how the tests of each id saw it answered. */
function evidenceIn(tests) {
  const evidence = new Map();
  for (const { name, exchanges } of tests) {
    const ids = idsIn(name);
    for (const { version, from, action, answer } of exchanges) {
      const key = `${version} ${from} ${action}`;
      const seen = evidence.get(key) ?? { certification: new Map(), useCases: new Map() };
      for (const kind of ['certification', 'useCases'])
        for (const id of ids[kind]) seen[kind].set(id, (seen[kind].get(id) ?? new Set()).add(answer));
      evidence.set(key, seen);
    }
  }
  return evidence;
}

function chapterOf({ version, unspoken, ...sides }, evidence) {
  const parts = SIDES.flatMap(({ side, title, missing }) => {
    const messages = sides[side]
      .map((message) => ({ ...message, seen: evidence.get(`${version} ${side} ${message.action}`) }))
      .sort((a, b) => (a.action < b.action ? -1 : 1));
    const isShown = ({ built, seen }) => built || (side === 'csms' && hasIds(seen));
    return [
      `### ${title} (${messages.filter(({ built }) => built).length} of ${messages.length})`,
      [
        '| Message | Use cases | Certification cases |',
        '| --- | --- | --- |',
        ...messages.filter(isShown).map(row),
      ].join('\n'),
      ...list(
        missing,
        messages.filter((message) => !isShown(message)),
      ),
    ];
  });
  const others = unspoken.map((action) => ({ action }));
  const unknown = list(`Also in OCPP ${version}, but not spoken yet in either direction:`, others);
  return [`## OCPP ${version}`, ...parts, ...unknown].join('\n\n');
}

const hasIds = (seen) => seen !== undefined && seen.certification.size + seen.useCases.size > 0;

function row({ action, built, seen }) {
  const message = built ? action : `${action} (by raw call)`;
  const [useCases, certification] = seen
    ? [cell(seen.useCases), cell(seen.certification)]
    : ['not tested', 'not tested'];
  return `| ${message} | ${useCases} | ${certification} |`;
}

function cell(answersById) {
  const ids = [...answersById].sort(([a], [b]) => (a < b ? -1 : 1));
  const told = ids.map(([id, answers]) =>
    answers.has('CALLRESULT') ? id : `${id} (${[...answers].sort().join(', ')})`,
  );
  return told.join(', ') || '–';
}

const list = (sentence, messages) =>
  messages.length === 0 ? [] : [`${sentence} ${messages.map(({ action }) => action).join(', ')}.`];
