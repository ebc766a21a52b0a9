import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Frames of V8 that are not work: nothing to do, or time in no JavaScript at all. */
const IDLE = new Set(['(idle)', '(program)', '(root)']);

/** Whose code it is: a folder of TAU's build or an npm package; undefined for node and the engine. */
function ownerOf({ url }, build) {
  if (!url.startsWith('file:')) return undefined;
  const file = fileURLToPath(url);
  const [, dependency] = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file) ?? [];
  return dependency ?? `tau ${path.dirname(path.relative(build, file))}`;
}

function nameOf({ functionName, url, lineNumber }, build) {
  const name = functionName || '(anonymous)';
  if (!url) return name;
  const file = url.startsWith('file:') ? path.relative(build, fileURLToPath(url)) : url;
  return `${name}  ${file.replace(/.*node_modules\//, '')}:${lineNumber + 1}`;
}

const add = (map, key, microseconds) => map.set(key, (map.get(key) ?? 0) + microseconds);

/**
 * Sums up what V8's profiler sampled, in microseconds without idle time.
 * @param build the folder with TAU's compiled code
 * @returns self time by `functions`, where node's and the engine's name the code that called them, and by `owners`, who
 *   answer for what they call of node and the engine; `totals`: time with all callees, of TAU's own functions
 */
export function sumUp(profile, build) {
  const nodes = new Map(profile.nodes.map((node) => [node.id, { ...node, self: 0 }]));
  profile.samples.forEach((id, index) => (nodes.get(id).self += profile.timeDeltas[index]));
  const functions = new Map();
  const owners = new Map();
  const totals = new Map();
  let busy = 0;

  const visit = (node, owner, callers) => {
    const { callFrame, self, children = [] } = node;
    const own = ownerOf(callFrame, build);
    const name = nameOf(callFrame, build);
    const responsible = own ?? owner ?? (name.startsWith('(') ? name : 'node');
    const inside = callers.includes(name) ? callers : [...callers, name];
    const isIdle = IDLE.has(name);
    let total = isIdle ? 0 : self;
    for (const child of children) total += visit(nodes.get(child), own ?? owner, inside);
    if (!isIdle) {
      busy += self;
      add(functions, own || !owner ? name : `${name}  for ${owner}`, self);
      add(owners, responsible, self);
    }
    if (own?.startsWith('tau ') && inside !== callers) add(totals, name, total); // recursion counts once
    return total;
  };
  visit(nodes.get(profile.nodes[0].id), undefined, []);
  return { busy, functions, owners, totals };
}
