import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Node } from 'web-tree-sitter';
import { checkResource } from './check-resource.ts';
import { checkSymbols } from './check-symbols.ts';
import { findingsIn, type Finding, type Report } from './findings.ts';
import { readSource, type SourceFile } from './source-file.ts';
import { bodyOf, literalOf, literalText, nameOf, propertiesOf, within } from './syntax.ts';

/** What is wrong with a Bicep file and all the modules it uses. */
export function checkBicep(main: string): Finding[] {
  const { found, reportOn } = findingsIn();
  const sources = new Map<string, SourceFile>();
  visit(main);
  return found;

  function visit(path: string): SourceFile {
    const known = sources.get(path);
    if (known) return known;
    const source = readSource(path);
    sources.set(path, source);
    const report = reportOn(path);
    checkSyntax(source.root, report);
    checkSymbols(source, report);
    checkLoads(source, report);
    for (const node of source.root.namedChildren) {
      if (node.type === 'resource_declaration') checkResource(node, report);
      if (node.type === 'module_declaration') checkModule(source, node, report);
    }
    return source;
  }

  function checkModule(source: SourceFile, declaration: Node, report: Report): void {
    const path = literalOf(declaration);
    const file = join(dirname(source.path), path);
    if (!existsSync(file)) return report.error(declaration, `module file ${path} is not there`);
    const { parameters, outputs } = visit(file);
    const given = paramsOf(declaration);
    for (const { name, nameNode } of given) {
      if (name && !parameters.has(name)) report.error(nameNode, `module ${path} has no parameter '${name}'`);
    }
    const names = new Set(given.map(({ name }) => name));
    for (const [name, isNeeded] of parameters) {
      if (isNeeded && !names.has(name)) report.error(declaration, `module ${path} needs the parameter '${name}'`);
    }
    for (const output of outputsUsed(source, nameOf(declaration)?.text)) {
      if (!outputs.has(output.text)) report.error(output, `module ${path} has no output '${output.text}'`);
    }
  }
}

function checkSyntax(root: Node, report: Report): void {
  for (const node of within(root)) {
    if (node.isMissing) report.error(node, `syntax: ${node.type} is missing`);
    else if (node.isError) report.error(node, `syntax near ${JSON.stringify(node.text.slice(0, 50))}`);
  }
}

/** `loadTextContent` and its like read when they are compiled. */
function checkLoads({ path, root }: SourceFile, report: Report): void {
  for (const call of root.descendantsOfType('call_expression')) {
    if (!/^load\w+Content$/.test(call.childForFieldName('function')?.text ?? '')) continue;
    const file = literalText(call.childForFieldName('arguments')?.namedChildren[0]);
    if (file && !existsSync(join(dirname(path), file))) report.error(call, `file ${file} is not there`);
  }
}

function paramsOf(declaration: Node) {
  const body = bodyOf(declaration);
  const params = body && propertiesOf(body).find(({ name }) => name === 'params')?.value;
  return params?.type === 'object' ? propertiesOf(params) : [];
}

/** The `x` of each `module.outputs.x`. */
const outputsUsed = ({ root }: SourceFile, moduleName: string | undefined): Node[] =>
  root.descendantsOfType('member_expression').flatMap((node) => {
    const object = node.childForFieldName('object');
    const property = node.childForFieldName('property');
    return property && object?.text === `${moduleName}.outputs` ? [property] : [];
  });
