import { Refusal } from './refusal.ts';

type Token = { kind: 'string' | 'number' | 'word' | 'sign'; text: string; end: number };

const pattern = /\s*(?:(?<string>'(?:[^']|'')*')|(?<number>-?\d+(?:\.\d+)?)|(?<word>[A-Za-z_]\w*)|(?<sign>[(),]))/y;

export const filterError = (source: string, problem: string) =>
  new Refusal(400, `Invalid syntax for '${source}': ${problem} in '${source}'. (Parameter 'filter')`);

/** The text of a filter, word by word. */
export function tokensOf(source: string) {
  const tokens = [...read(source)];
  let position = 0;

  const fail = (): never => {
    throw filterError(source, `Syntax error at position ${tokens[position]?.end ?? source.length}`);
  };
  const take = (text: string): boolean => {
    const token = tokens[position];
    if (token?.text !== text || token.kind === 'string') return false;
    position += 1;
    return true;
  };

  return {
    fail,
    take,
    expect: (text: string): void => void (take(text) || fail()),
    next: (): Token => tokens[position++] ?? fail(),
    peek: (): Token | undefined => tokens[position],
    end: (): void => void (position === tokens.length || fail()),
  };
}

function* read(source: string): Generator<Token> {
  pattern.lastIndex = 0;
  const length = source.trimEnd().length;
  for (let end = 0; end < length;) {
    pattern.lastIndex = end;
    const found = pattern.exec(source);
    if (!found) throw filterError(source, `Syntax error at position ${end}`);
    end = pattern.lastIndex;
    yield tokenOf(found.groups ?? {}, end);
  }
}

function tokenOf({ string, number, word, sign = '' }: Partial<Record<string, string>>, end: number): Token {
  if (string !== undefined) return { kind: 'string', text: string.slice(1, -1).replaceAll("''", "'"), end };
  if (number !== undefined) return { kind: 'number', text: number, end };
  return word === undefined ? { kind: 'sign', text: sign, end } : { kind: 'word', text: word, end };
}
