import type { Node } from 'web-tree-sitter';
import { checkValue } from './check-value.ts';
import type { Report } from './findings.ts';
import { resourceType } from './resource-types.ts';
import { bodyOf, isExisting, literalOf, nameOf, nestedIn } from './syntax.ts';

/** A resource, and those nested in it, against Azure's own types. */
export function checkResource(declaration: Node, report: Report, within: string | null = null): void {
  const name = within ? nestedName(within, literalOf(declaration)) : literalOf(declaration);
  const body = bodyOf(declaration);
  for (const nested of nestedIn(body)) checkResource(nested, report, name);
  if (isExisting(declaration)) return;
  const known = resourceType(name);
  if (!known) return report.warn(declaration, `no types here for ${name}`);
  if (body) checkValue({ table: known.table, at: nameOf(declaration)?.text ?? name, report }, known.type, body);
}

/** A nested resource says only what comes after its parent's type, and may leave the version to it. */
function nestedName(parent: string, own: string): string {
  const [parentType, parentVersion] = parent.split('@');
  const [ownType, ownVersion] = own.split('@');
  return `${parentType}/${ownType}@${ownVersion ?? parentVersion}`;
}
