import { constraint, type Constraint } from './route-constraints.ts';

type Literal = { kind: 'literal'; text: string };
type Parameter = {
  kind: 'parameter' | 'catchAll';
  name: string;
  isOptional: boolean;
  fallback: string | undefined;
  constraints: Constraint[];
};
export type Segment = Literal | Parameter;

/** Reads `tasks/{taskId:guid}/files/{*path}`. A segment is all text or all one parameter. */
export function parseTemplate(template: string): Segment[] {
  return splitOutsideBraces(template).map(parseSegment);
}

function parseSegment(text: string): Segment {
  if (!text.includes('{')) return { kind: 'literal', text: text.toLowerCase() };

  const parts = /^\{(\*{0,2})([^:=?{}*]+)(.*)\}$/.exec(text);
  if (!parts) throw new Error(`the route segment "${text}" is neither a text nor one parameter`);
  const [, stars = '', name = '', rest = ''] = parts;
  const { constraints, ending } = parseConstraints(rest);
  const fallback = ending.startsWith('=') ? ending.slice(1) : undefined;
  return {
    kind: stars ? 'catchAll' : 'parameter',
    name,
    constraints,
    fallback,
    isOptional: ending === '?' || fallback !== undefined || stars !== '',
  };
}

function parseConstraints(text: string): { constraints: Constraint[]; ending: string } {
  const constraints: Constraint[] = [];
  let rest = text;
  while (rest.startsWith(':')) {
    const parts = /^:(\w+)(?:\((.*?)\))?(?=[:?=]|$)/.exec(rest);
    if (!parts) throw new Error(`the route constraint "${rest}" cannot be read`);
    const [whole, name = '', argument = ''] = parts;
    constraints.push(constraint(name, argument));
    rest = rest.slice(whole.length);
  }
  if (!/^(\?|=[^{}]*)?$/.test(rest)) throw new Error(`the route parameter ending "${rest}" cannot be read`);
  return { constraints, ending: rest };
}

/** A regular expression inside a parameter may hold slashes. */
function splitOutsideBraces(template: string): string[] {
  const segments = [''];
  let depth = 0;
  for (const character of template.replace(/^\/+|\/+$/g, '')) {
    if (character === '{') depth++;
    if (character === '}') depth--;
    if (character === '/' && depth === 0) segments.push('');
    else segments[segments.length - 1] += character;
  }
  return segments.filter((segment) => segment !== '');
}
