import { find } from 'linkifyjs';

export type Part =
  | { kind: 'text'; text: string }
  | { kind: 'link'; text: string; href: string }
  | { kind: 'mention'; text: string };

const safe = /^(https?|mailto):/i;

/** What a text is shown as. It is never markup: what looks like HTML stays text. */
export function partsOf(text: string, mentioned: readonly string[]): Part[] {
  const parts: Part[] = [];
  let end = 0;
  for (const { start, end: to, href, value } of find(text)) {
    if (!safe.test(href)) continue;
    parts.push(...withMentions(text.slice(end, start), mentioned), { kind: 'link', text: value, href });
    end = to;
  }
  return [...parts, ...withMentions(text.slice(end), mentioned)];
}

function withMentions(text: string, mentioned: readonly string[]): Part[] {
  if (text === '') return [];
  // The longest first: "@Ann" must not take half of "@Ann Lee".
  const names = mentioned.map((name) => `@${name}`).toSorted((a, b) => b.length - a.length);
  const parts: Part[] = [];
  let plain = '';
  for (let at = 0; at < text.length;) {
    const name = text[at] === '@' ? names.find((each) => text.startsWith(each, at)) : undefined;
    if (name && plain) parts.push({ kind: 'text', text: plain });
    if (name) {
      parts.push({ kind: 'mention', text: name });
      plain = '';
    } else plain += text[at];
    at += name?.length ?? 1;
  }
  return plain ? [...parts, { kind: 'text', text: plain }] : parts;
}
