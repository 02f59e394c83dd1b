import { errors } from '../errors.ts';

export interface Token {
  type: 'number' | 'string' | 'parameter' | 'word' | 'symbol' | 'end';
  /** As written; for a string what it stands for. */
  text: string;
}

const pattern =
  /(?<space>\s+|--[^\n]*)|(?<number>(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)|(?<string>'(?:[^'\\]|\\.|'')*'|"(?:[^"\\]|\\.)*")|(?<parameter>@\w+)|(?<word>[A-Za-z_$][\w$]*)|(?<symbol>\?\?|\|\||!=|<>|<=|>=|[-+*/%=<>()[\]{},.:?])/gy;

const types = ['number', 'string', 'parameter', 'word', 'symbol'] as const;
const escapes: Record<string, string> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f' };

const unquoted = (text: string): string =>
  text
    .slice(1, -1)
    .replace(/\\u([0-9a-fA-F]{4})|\\(.)|''/gs, (whole, code: string | undefined, letter: string | undefined) => {
      if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
      if (letter !== undefined) return escapes[letter] ?? letter;
      return text.startsWith("'") ? "'" : whole;
    });

export const syntaxError = (near: string): Error =>
  errors.badRequest(`Syntax error, incorrect syntax near '${near || 'end of query'}'.`);

export function tokensOf(query: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < query.length) {
    pattern.lastIndex = at;
    const groups = pattern.exec(query)?.groups;
    if (!groups) throw syntaxError(query.slice(at, at + 10));
    at = pattern.lastIndex;
    const type = types.find((it) => groups[it] !== undefined);
    const text = type && groups[type];
    if (type && text !== undefined) tokens.push({ type, text: type === 'string' ? unquoted(text) : text });
  }
  return [...tokens, { type: 'end', text: '' }];
}
