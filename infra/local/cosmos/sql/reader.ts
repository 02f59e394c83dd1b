import { syntaxError, tokensOf, type Token } from './tokens.ts';

const reserved = new Set(
  'SELECT DISTINCT TOP FROM AS IN JOIN WHERE GROUP BY ORDER ASC DESC OFFSET LIMIT AND OR NOT BETWEEN LIKE ESCAPE EXISTS ARRAY NULL TRUE FALSE UNDEFINED'.split(
    ' ',
  ),
);

export type Reader = ReturnType<typeof readerOf>;

/** Walks over a query's tokens. `take` moves on only when the next token is the one asked for. */
export function readerOf(query: string) {
  const tokens = tokensOf(query);
  let at = 0;
  const peek = (ahead = 0): Token => tokens[Math.min(at + ahead, tokens.length - 1)] ?? { type: 'end', text: '' };
  const fail = (): never => {
    throw syntaxError(peek().text);
  };
  const isWord = (word: string, ahead = 0): boolean =>
    peek(ahead).type === 'word' && peek(ahead).text.toUpperCase() === word;
  const isSymbol = (symbol: string, ahead = 0): boolean => peek(ahead).type === 'symbol' && peek(ahead).text === symbol;
  const takeWord = (word: string): boolean => isWord(word) && ++at > 0;
  const takeSymbol = (symbol: string): boolean => isSymbol(symbol) && ++at > 0;
  const next = (): Token => {
    const token = peek();
    at++;
    return token;
  };
  const isName = (): boolean => peek().type === 'word' && !reserved.has(peek().text.toUpperCase());

  return {
    peek,
    next,
    fail,
    isWord,
    isSymbol,
    isName,
    takeWord,
    takeSymbol,
    needWord: (word: string): boolean => takeWord(word) || fail(),
    needSymbol: (symbol: string): boolean => takeSymbol(symbol) || fail(),
    /** A property may be called `order` or `value`; an alias may not be a reserved word. */
    name: (): string => (peek().type === 'word' ? next().text : fail()),
    alias: (): string => (isName() ? next().text : fail()),
    /** `item, item, ...` up to where the next token is no comma. */
    list<Item>(item: () => Item): Item[] {
      const items = [item()];
      while (takeSymbol(',')) items.push(item());
      return items;
    },
  };
}
