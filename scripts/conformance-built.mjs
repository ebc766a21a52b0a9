import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { filesBelow } from './files-below.mjs';

/**
 * What the built application speaks, by version: the actions of each side, and those among them that a functional
 * block handles (station) or has a command for (csms). Needs `reflect-metadata`.
 */
export async function builtMessages() {
  const { CSMS_ACTIONS, STATION_ACTIONS, isKnownAction } = await load('src/ocpp/messages/actions.ts');
  const { actionsWithSchemas } = await load('src/ocpp/messages/schemas.ts');
  const { ACTIONS_ONLY_IN_V20 } = await load('src/ocpp/messages/v20-differences.ts');
  const [handled, commanded] = await Promise.all([handledActions(), commandedActions(CSMS_ACTIONS)]);
  const everyAction = [...new Set(['1.6', '2.0.1'].flatMap(actionsWithSchemas).concat(ACTIONS_ONLY_IN_V20))];
  return Object.keys(STATION_ACTIONS).map((version) => {
    const station = STATION_ACTIONS[version];
    const csms = CSMS_ACTIONS[version];
    return {
      version,
      station: station.map((action) => ({ action, built: handled.has(`${version} ${action}`) })),
      csms: csms.map((action) => ({ action, built: commanded.has(`${version} ${action}`) })),
      /** In the standard of that version, but unknown to TAU in either direction. */
      unspoken: everyAction
        .filter((action) => isKnownAction(version, action) && !station.includes(action) && !csms.includes(action))
        .sort(),
    };
  });
}

/** What is marked with @OcppHandler. */
async function handledActions() {
  const { OCPP_HANDLER } = await load('src/ocpp/dispatch/ocpp-handler.decorator.ts');
  const handled = new Set();
  for (const exported of await exportsOf(/\.handlers\.v\d+\.ts$/)) {
    const methods = Object.values(Object.getOwnPropertyDescriptors(exported.prototype ?? {}));
    for (const { value } of methods.filter((method) => typeof method.value === 'function')) {
      const meta = Reflect.getMetadata(OCPP_HANDLER, value);
      for (const version of meta?.versions ?? []) handled.add(`${version} ${meta.action}`);
    }
  }
  return handled;
}

/** What defineCommand translates. */
async function commandedActions(csmsActions) {
  const commanded = new Set();
  for (const exported of await exportsOf(/\.commands\.ts$/)) {
    if (typeof exported.translation !== 'function') continue;
    for (const version of Object.keys(csmsActions)) {
      const translation = exported.translation(version);
      if (translation) commanded.add(`${version} ${translation.action}`);
    }
  }
  return commanded;
}

// named after the sources: what was built of a source that is gone may still lie in dist
async function exportsOf(pattern) {
  const sources = filesBelow('src/modules', '.ts').filter((file) => pattern.test(file));
  const modules = await Promise.all(sources.map(load));
  return modules.flatMap((module) => Object.values(module));
}

const load = (source) =>
  import(pathToFileURL(path.resolve(source.replace(/^src/, 'dist').replace(/\.ts$/, '.js'))).href);
