import { readFileSync } from 'node:fs';

/** A property: the number of its type, and what may be done with it. */
type Fields = Record<string, [type: number, flags: number]>;

export type Type =
  | { k: 's' | 'n' | 'b' | '*' }
  | { k: 'l'; v: string }
  | { k: 'a'; i: number }
  | { k: 'u'; u: number[] }
  | { k: 'o'; n?: string; p: Fields; a?: number }
  | { k: 'd'; n?: string; p: Fields; disc: string; e: Record<string, number> };

/** Types name each other by their place in this list. */
export type Table = Type[];
export type ResourceType = { table: Table; type: number };

type Stored = { tables: Table[]; res: Record<string, [table: number, type: number]> };

// Not imported: the compiler would make types of all of it.
const { tables, res } = JSON.parse(readFileSync(new URL('types.json', import.meta.url), 'utf8')) as Stored;

export const isRequired = (flags: number): boolean => (flags & 1) !== 0 && !isReadOnly(flags);
export const isReadOnly = (flags: number): boolean => (flags & 2) !== 0;

/** What Bicep itself allows on every resource; none of it is checked further. */
const everywhere = ['parent', 'scope', 'dependsOn'];

/** By a name such as `Microsoft.Web/sites@2024-11-01`; null where no such type is stored here. */
export function resourceType(name: string): ResourceType | null {
  const [place, root] = res[name.toLowerCase()] ?? [];
  if (place === undefined || root === undefined) return null;
  const known = tables[place]!;
  const type = known[root]!;
  if (type.k !== 'o' && type.k !== 'd') return null;
  const anything = known.length;
  const added = Object.fromEntries(everywhere.map((field): [string, [number, number]] => [field, [anything, 0]]));
  return { table: [...known, { k: '*' }, { ...type, p: { ...type.p, ...added } }], type: anything + 1 };
}
