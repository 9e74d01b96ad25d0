// The pinned packages, which lie outside the sources: $INTEROP_NODE holds node_modules.
import {createRequire} from 'node:module';
import path from 'node:path';
import {pathToFileURL} from 'node:url';

const require = createRequire(path.join(process.env.INTEROP_NODE, 'package.json'));

export async function load(name) {
  const module = await import(pathToFileURL(require.resolve(name)).href);
  return module.default ?? module;
}

/// The lines of dump.py: numbers are of one kind here.
export function attributes(pairs) {
  return pairs.filter(([, value]) => value !== undefined && value !== null && value !== '')
      .map(([name, value]) => `${name}:${typeof value === 'number' ? 'n' : 's'}=${value}`)
      .sort();
}
