const maxBytes = 255;
const longestEnding = 20;

/** They steer text or cannot be seen. What joins letters (U+200C, U+200D) stays: Indic scripts are written with it. */
const unseen =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\uffff]/gu;
/** Windows refuses these in a name; the slashes are gone before. */
const unusual = /[<>:"|?*]/g;
/** Windows takes these for devices, whatever follows the dot. */
const device = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])[ ]*(?:\.|$)/i;

/**
 * The name a file is kept and saved under: as it was sent, in any script, without what would lead out of a folder, hide
 * its ending or be no name on somebody's computer. At most 255 bytes of UTF-8.
 */
export function cleanFileName(sent: string | null): string {
  const last = (sent ?? '').toWellFormed().normalize('NFC').split(/[/\\]/).at(-1)!;
  const visible = last.replace(unseen, '').replace(unusual, '_').replace(/\s+/g, ' ');
  const name = visible.replace(/^ +|[. ]+$/g, '');
  if (name === '') return 'file';
  return shortened(device.test(name) ? `_${name}` : name);
}

const bytesOf = (text: string): number => new TextEncoder().encode(text).byteLength;

/** Cut before the ending, between whole characters. */
function shortened(name: string): string {
  if (bytesOf(name) <= maxBytes) return name;
  const ending = endingOf(name);
  const kept = ending === '' || ending.length > longestEnding ? '' : name.slice(-ending.length - 1);
  let stem = '';
  let left = maxBytes - bytesOf(kept);
  for (const { segment } of new Intl.Segmenter().segment(name.slice(0, name.length - kept.length))) {
    left -= bytesOf(segment);
    if (left < 0) break;
    stem += segment;
  }
  return `${stem.trimEnd()}${kept}`;
}

/** Without its dot, in small letters; empty when there is none. */
export const endingOf = (name: string): string => /[^.]\.([^.]+)$/.exec(name)?.[1]?.trim().toLowerCase() ?? '';
