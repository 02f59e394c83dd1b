import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Node } from 'web-tree-sitter';
import { readSource } from './source-file.ts';
import { nameOf, propertiesOf, type Property } from './syntax.ts';

export const folder = join(import.meta.dirname, '../../../bicep');
export const read = (file: string): string => readFileSync(join(folder, file), 'utf8');

export const main = readSource(join(folder, 'main.bicep'));

const files = globSync('modules/*.bicep', { cwd: folder }).toSorted();
export const modules = new Map(files.map((file) => [basename(file, '.bicep'), readSource(join(folder, file))]));

/** What a module declares under a name. */
export function declared(module: string, name: string): Node {
  const found = modules.get(module)?.declarations.find((node) => nameOf(node)?.text === name);
  if (!found) throw new Error(`modules/${module}.bicep declares no ${name}`);
  return found;
}

/** The objects that the app's settings are put together from; the first are there always. */
export const settingGroups: readonly Property[][] = [
  'always',
  'google',
  'linkedin',
  'facebook',
  'microsoft',
  'pushing',
].map((name) => propertiesOf(declared('settings', name).namedChildren.at(-1)!));
