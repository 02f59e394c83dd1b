const patterns = new Map<string, RegExp>();

/** `%` any text, `_` one character, `[a-c]` and `[^a-c]` one of a set. */
export function likePattern(pattern: string, escape: string | undefined): RegExp {
  const name = `${escape ?? ''} ${pattern}`;
  const known = patterns.get(name);
  if (known) return known;
  if (patterns.size > 500) patterns.clear();
  const made = new RegExp(`^${source(pattern, escape)}$`, 'su');
  patterns.set(name, made);
  return made;
}

const plain = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

function source(pattern: string, escape: string | undefined): string {
  let text = '';
  for (let at = 0; at < pattern.length; at++) {
    const letter = pattern.charAt(at);
    const set = letter === '[' ? /^\[(\^?)([^\]]+)\]/.exec(pattern.slice(at)) : null;
    if (letter === escape) text += plain(pattern.charAt(++at));
    else if (letter === '%') text += '.*';
    else if (letter === '_') text += '.';
    else if (set) {
      text += `[${set[1]}${(set[2] ?? '').replace(/[\\^[]/g, '\\$&')}]`;
      at += set[0].length - 1;
    } else text += plain(letter);
  }
  return text;
}
