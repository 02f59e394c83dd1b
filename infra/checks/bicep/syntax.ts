import { createRequire } from 'node:module';
import { Language, Parser, type Node } from 'web-tree-sitter';

const { resolve } = createRequire(import.meta.url);
await Parser.init();
const parser = new Parser();
parser.setLanguage(await Language.load(resolve('tree-sitter-bicep/tree-sitter-bicep.wasm')));

export const parse = (source: string): Node => parser.parse(source)!.rootNode;

/** Text between quotes that holds no expression; undefined for everything else. */
export function literalText(node: Node | null | undefined): string | undefined {
  if (node?.type !== 'string' || node.namedChildren.some(({ type }) => type === 'interpolation')) return undefined;
  return node.text.slice(1, -1);
}

export type Property = { name: string | undefined; nameNode: Node; value: Node };

/** The properties of an object, without the resources nested in it. */
export const propertiesOf = (object: Node): Property[] =>
  object.namedChildren
    .filter((child) => child.type === 'object_property' && child.namedChildren[0]?.type !== 'resource_declaration')
    .map((child) => {
      const nameNode = child.namedChildren[0]!;
      const name = nameNode.type === 'string' ? literalText(nameNode) : nameNode.text;
      return { name, nameNode, value: child.namedChildren.at(-1)! };
    });

/** The resources declared inside another. */
export const nestedIn = (object: Node | null): Node[] =>
  (object?.namedChildren ?? []).flatMap((child) => {
    const inside = child.type === 'object_property' ? child.namedChildren[0] : child;
    return inside?.type === 'resource_declaration' ? [inside] : [];
  });

/** The object that a declaration is made of, also behind `if` and inside `for`. */
export function bodyOf(declaration: Node): Node | null {
  let body = declaration.namedChildren.at(-1) ?? null;
  while (body && body.type !== 'object') {
    if (body.type === 'for_statement') body = body.childForFieldName('body');
    else if (body.type === 'if_statement') body = body.namedChildren.at(-1) ?? null;
    else return null;
  }
  return body;
}

/** The text after the name: the type of a resource, the path of a module. */
export const literalOf = (declaration: Node): string =>
  literalText(declaration.namedChildren.find(({ type }) => type === 'string')) ?? '';

export const nameOf = (declaration: Node): Node | undefined =>
  declaration.namedChildren.find(({ type }) => type === 'identifier');

export const isExisting = (declaration: Node): boolean => declaration.children.some(({ type }) => type === 'existing');

/** All nodes below one, in the order of the text, with the node itself. */
export const within = (node: Node): Node[] => [node, ...node.namedChildren.flatMap(within)];
