import type { Node } from 'web-tree-sitter';
import type { Report } from './findings.ts';
import { isReadOnly, isRequired, type Table, type Type } from './resource-types.ts';
import { literalText, propertiesOf, type Property } from './syntax.ts';

type Place = { table: Table; at: string; report: Report };
type ObjectType = Extract<Type, { k: 'o' | 'd' }>;

/** Reports what Azure's own type does not allow of a value. What only the deployment knows is let pass. */
export function checkValue(place: Place, type: number, value: Node): void {
  const wanted = place.table[type];
  if (!wanted || wanted.k === '*') return;
  const check = checks[value.type];
  if (check) check(place, type, value);
}

const checks: Record<string, (place: Place, type: number, value: Node) => void> = {
  object: checkObject,
  array: checkArray,
  string: checkText,
  boolean: kindCheck('b', 'a boolean'),
  number: kindCheck('n', 'a number'),
  parenthesized_expression: (place, type, value) => checkValue(place, type, value.namedChildren[0]!),
  ternary_expression: (place, type, value) => {
    for (const side of ['consequence', 'alternative']) {
      const chosen = value.childForFieldName(side);
      if (chosen && chosen.type !== 'null') checkValue(place, type, chosen);
    }
  },
};

/** The types that a value may be of: those of a union, or the one. */
function choices(table: Table, type: number): Type[] {
  const wanted = table[type]!;
  return wanted.k === 'u' ? wanted.u.flatMap((one) => choices(table, one)) : [wanted];
}

const takes = ({ table }: Place, type: number, ...kinds: Type['k'][]): boolean =>
  choices(table, type).some(({ k }) => k === '*' || kinds.includes(k));

function kindCheck(kind: Type['k'], words: string) {
  return (place: Place, type: number, value: Node): void => {
    if (!takes(place, type, kind)) place.report.error(value, `${place.at}: ${words} is not accepted here`);
  };
}

function checkText(place: Place, type: number, value: Node): void {
  const text = literalText(value);
  if (text === undefined) return;
  const words = choices(place.table, type).flatMap((one) => (one.k === 'l' ? [one.v] : []));
  if (words.includes(text)) return;
  if (!takes(place, type, 's')) {
    const wanted = words.length > 0 ? `'${text}' is not one of ${words.join('|')}` : 'a text is not accepted here';
    place.report.error(value, `${place.at}: ${wanted}`);
  } else if (words.length > 0) {
    place.report.warn(value, `${place.at}: '${text}' is not one of the known ${words.join('|')}`);
  }
}

function checkArray(place: Place, type: number, value: Node): void {
  if (!takes(place, type, 'a')) return place.report.error(value, `${place.at}: a list is not accepted here`);
  const wanted = place.table[type]!;
  if (wanted.k !== 'a') return;
  for (const item of value.namedChildren) checkValue({ ...place, at: `${place.at}[]` }, wanted.i, item);
}

function checkObject(place: Place, type: number, value: Node): void {
  if (!takes(place, type, 'o', 'd')) return place.report.error(value, `${place.at}: an object is not accepted here`);
  const wanted = place.table[type]!;
  if (wanted.k !== 'o' && wanted.k !== 'd') return;
  const given = propertiesOf(value);
  const chosen = wanted.k === 'd' ? chosenOf(place, wanted, value, given) : wanted;
  if (!chosen) return;

  for (const property of given) checkProperty(place, chosen, property);
  if (value.namedChildren.some((child) => child.type === 'for_statement')) return;
  const names = new Set(given.map(({ name }) => name));
  for (const [name, [, flags]] of Object.entries(chosen.p)) {
    if (isRequired(flags) && !names.has(name)) place.report.error(value, `${place.at}: required '${name}' is missing`);
  }
}

/** Of several forms of an object, the one that its own word names. */
function chosenOf(place: Place, wanted: Extract<Type, { k: 'd' }>, value: Node, given: Property[]): ObjectType | null {
  const { disc, e: forms } = wanted;
  const named = given.find(({ name }) => name === disc);
  if (!named) {
    place.report.error(value, `${place.at}: '${disc}' must say which form it is`);
    return null;
  }
  const word = literalText(named.value);
  if (word === undefined) return null;
  const form = forms[word];
  if (form === undefined) {
    place.report.error(named.value, `${place.at}.${disc}: '${word}' is not one of ${Object.keys(forms).join('|')}`);
    return null;
  }
  const chosen = place.table[form]!;
  if (chosen.k !== 'o' && chosen.k !== 'd') return null;
  return { ...chosen, p: { ...wanted.p, ...chosen.p } };
}

function checkProperty(place: Place, wanted: ObjectType, { name, nameNode, value }: Property): void {
  if (name === undefined) return;
  const at = `${place.at}.${name}`;
  const field = wanted.p[name];
  if (field) {
    const [type, flags] = field;
    if (isReadOnly(flags)) place.report.error(nameNode, `${at} is read-only`);
    return checkValue({ ...place, at }, type, value);
  }
  if (wanted.k === 'o' && wanted.a !== undefined) return checkValue({ ...place, at }, wanted.a, value);
  const meant = Object.keys(wanted.p).find((known) => known.toLowerCase() === name.toLowerCase());
  place.report.error(nameNode, meant ? `${at} should be '${meant}'` : `${at} is not known`);
}
