import type { Node } from 'web-tree-sitter';
import { describe, expect, test } from 'vitest';
import { main, modules, read, settingGroups } from './our-bicep.ts';
import { isExisting, literalOf, literalText, propertiesOf, type Property, within } from './syntax.ts';

const rows = read('README.md')
  .split('\n')
  .filter((line) => line.startsWith('|'))
  .map((line) => line.split('|').map((cell) => cell.trim()));

/** The last column of the row that names a thing in its first. */
const sentenceOn = (thing: string): string => rows.find(([, first]) => first?.includes(`\`${thing}\``))?.at(-2) ?? '';

const resources = [...modules.values()]
  .flatMap(({ declarations }) => declarations)
  .filter((node) => node.type === 'resource_declaration' && !isExisting(node));

const roles = [...modules.values()].flatMap(
  ({ root }) => root.text.match(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g) ?? [],
);

const propertiesWithin = (node: Node): Property[] =>
  within(node).flatMap((inside) => (inside.type === 'object' ? propertiesOf(inside) : []));

const sizesOf = (resource: Node): string[] =>
  propertiesWithin(resource)
    .filter(({ name }) => name === 'sku')
    .flatMap(({ value }) => propertiesWithin(value).filter(({ name }) => name === 'name'))
    .flatMap(({ value }) => within(value).flatMap((node) => literalText(node) ?? []));

/** What only says which thing it is, and changes nothing about it. */
const naming = new Set(['name', 'id', 'kind', 'type', 'location', 'displayName', 'principalType', 'tier']);

/** The properties of a resource that are set to a fixed value. */
const switchesOf = (resource: Node): string[] =>
  propertiesWithin(resource).flatMap(({ name, value }) => {
    const isFixed = ['boolean', 'number'].includes(value.type) || literalText(value) !== undefined;
    return isFixed && name && !naming.has(name) ? [name] : [];
  });

describe('the README of bicep/ has a sentence on', () => {
  test.each([
    ['each resource', resources.map((resource) => literalOf(resource).split('@')[0]!)],
    ['each role that is given', roles],
    ['each size that is paid for', resources.flatMap(sizesOf)],
    ['each switch of a resource', resources.flatMap(switchesOf)],
    ['each setting of the app', settingGroups.flat().map(({ name }) => String(name))],
    [
      'each thing one may set',
      [...read('main.parameters.json').matchAll(/\$\{(\w+)/g)].map(([, name]) => String(name)),
    ],
    ['each output', [...main.outputs].map(String)],
  ])('%s', (_what, things) => {
    expect(things.length).toBeGreaterThan(0);
    expect(things.filter((thing) => sentenceOn(thing).split(' ').length < 3)).toEqual([]);
  });
});
