import { readFileSync } from 'node:fs';
import type { Node } from 'web-tree-sitter';
import { bodyOf, nameOf, nestedIn, parse } from './syntax.ts';

const declared = new Set([
  'parameter_declaration',
  'variable_declaration',
  'resource_declaration',
  'module_declaration',
  'type_declaration',
  'user_defined_function',
]);

/** One Bicep file and what it declares. */
export type SourceFile = ReturnType<typeof readSource>;

export function readSource(path: string) {
  const root = parse(readFileSync(path, 'utf8'));
  const declarations = root.namedChildren.flatMap((node) => (declared.has(node.type) ? withNested(node) : []));
  const named = (type: string): Node[] => root.namedChildren.filter((node) => node.type === type);
  return {
    path,
    root,
    declarations,
    names: new Set(declarations.map((node) => nameOf(node)?.text)),
    outputs: new Set(named('output_declaration').map((node) => nameOf(node)?.text)),
    parameters: new Map(named('parameter_declaration').map((node) => [nameOf(node)?.text ?? '', isNeeded(node)])),
  };
}

const withNested = (node: Node): Node[] => [
  node,
  ...(node.type === 'resource_declaration' ? nestedIn(bodyOf(node)).flatMap(withNested) : []),
];

/** A parameter without a default, and not one that may be null. */
const isNeeded = (parameter: Node): boolean =>
  !parameter.children.some(({ type }) => type === '=') && parameter.descendantsOfType('nullable_type').length === 0;
