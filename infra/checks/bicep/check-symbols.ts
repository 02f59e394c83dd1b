import type { Node } from 'web-tree-sitter';
import type { Report } from './findings.ts';
import { functions } from './functions.ts';
import type { SourceFile } from './source-file.ts';
import { nameOf, within } from './syntax.ts';

/** Names that are used and not declared, declared twice, or declared and not used; functions that Bicep does not have. */
export function checkSymbols({ root, declarations, names }: SourceFile, report: Report): void {
  const seen = new Set<string>();
  for (const name of declarations.map(nameOf)) {
    if (name && seen.has(name.text)) report.error(name, `'${name.text}' is declared twice`);
    if (name) seen.add(name.text);
  }

  const nodes = within(root);
  const local = new Set(nodes.flatMap(namesMadeIn));
  const used = nodes.filter((node) => node.type === 'identifier' && isUse(node));
  for (const node of used) {
    if (!names.has(node.text) && !local.has(node.text)) report.error(node, `'${node.text}' is declared nowhere`);
  }
  for (const node of nodes.filter(isFunctionName)) {
    if (!functions.has(node.text)) report.error(node, `Bicep has no function '${node.text}'`);
  }
  const usedNames = new Set(used.map(({ text }) => text));
  for (const declaration of declarations) {
    const name = nameOf(declaration);
    if (name && /^(parameter|variable)_/.test(declaration.type) && !usedNames.has(name.text))
      report.warn(declaration, `'${name.text}' is never used`);
  }
}

/** The names of a `for` and of a lambda hold inside them only; here they hold in the whole file. */
function namesMadeIn(node: Node): string[] {
  if (node.type === 'lambda_expression')
    return node.namedChildren
      .slice(0, -1)
      .flatMap(within)
      .map(({ text }) => text);
  if (node.type !== 'for_statement') return [];
  const made = node.namedChildren[0]!;
  return made.type === 'for_loop_parameters' ? made.namedChildren.map(({ text }) => text) : [made.text];
}

const isFunctionName = (node: Node): boolean =>
  node.parent?.type === 'call_expression' && node.parent.childForFieldName('function')?.id === node.id;

function isUse(node: Node): boolean {
  const { parent } = node;
  if (!parent || isFunctionName(node) || isInType(parent)) return false;
  const isFirst = parent.namedChildren[0]?.id === node.id;
  if (isFirst && parent.type.endsWith('_declaration')) return false;
  return !(isFirst && parent.type === 'object_property');
}

function isInType(node: Node | null): boolean {
  if (!node || node.type.endsWith('_declaration')) return false;
  return node.type === 'type' || isInType(node.parent);
}
