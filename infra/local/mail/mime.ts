/** What a person reads of a message. */
export interface ReadableMail {
  from: string;
  subject: string;
  text: string;
  html: string;
  attachments: Attachment[];
}

export interface Attachment {
  fileName: string;
  type: string;
  content: Buffer;
}

interface Part {
  headers: Map<string, string>;
  /** One character per byte. */
  body: string;
}

/** Reads what nodemailer writes: multipart bodies, quoted-printable, base64 and encoded words. */
export function readMail(raw: Buffer): ReadableMail {
  const mail = split(raw.toString('latin1'));
  const all = leaves(mail);
  const parts = all.filter((part) => !isAttached(part));
  const bodyOf = (type: string) => {
    const part = parts.find((part) => typeOf(part) === type);
    return part ? decodeBody(part) : '';
  };
  return {
    from: decodeWords(mail.headers.get('from') ?? ''),
    subject: decodeWords(mail.headers.get('subject') ?? ''),
    text: bodyOf('text/plain'),
    html: bodyOf('text/html'),
    attachments: all.filter(isAttached).map(attachmentOf),
  };
}

const isAttached = ({ headers }: Part): boolean => (headers.get('content-disposition') ?? '').startsWith('attachment');

const attachmentOf = (part: Part): Attachment => ({
  fileName: decodeWords(parameter(part, 'filename', 'content-disposition') ?? 'file'),
  type: typeOf(part),
  content: decodeBytes(part.body, encodingOf(part)),
});

function split(source: string): Part {
  const end = /\r?\n\r?\n/.exec(source);
  const head = end ? source.slice(0, end.index) : source;
  const body = end ? source.slice(end.index + end[0].length) : '';
  const headers = new Map<string, string>();
  // A line that begins with space continues the one above.
  for (const line of head.replaceAll(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':');
    if (colon > 0) headers.set(line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim());
  }
  return { headers, body };
}

/** The parts that are not themselves made of parts. */
function leaves(part: Part): Part[] {
  const boundary = parameter(part, 'boundary');
  if (!typeOf(part).startsWith('multipart/') || !boundary) return [part];
  const [, ...rest] = `\r\n${part.body}`.split(`\n--${boundary}`);
  return rest
    .filter((piece) => !piece.startsWith('--'))
    .flatMap((piece) => leaves(split(piece.replace(/^[^\n]*\n/, '').replace(/\r$/, ''))));
}

const typeOf = ({ headers }: Part): string =>
  (headers.get('content-type') ?? 'text/plain').split(';')[0]?.trim().toLowerCase() ?? '';

function parameter({ headers }: Part, name: string, header = 'content-type'): string | undefined {
  const match = new RegExp(`;\\s*${name}=(?:"([^"]*)"|([^;\\s]+))`, 'i').exec(headers.get(header) ?? '');
  return match?.[1] ?? match?.[2];
}

const encodingOf = ({ headers }: Part): string => (headers.get('content-transfer-encoding') ?? '').toLowerCase();

function decodeBody(part: Part): string {
  const text = inCharset(decodeBytes(part.body, encodingOf(part)), parameter(part, 'charset') ?? 'utf-8');
  return text.replaceAll('\r\n', '\n').trimEnd();
}

function decodeBytes(body: string, encoding: string): Buffer {
  if (encoding === 'base64') return Buffer.from(body, 'base64');
  if (encoding === 'quoted-printable') return quotedPrintable(body.replaceAll(/=[ \t]*\r?\n/g, ''));
  return Buffer.from(body, 'latin1');
}

const quotedPrintable = (text: string): Buffer =>
  Buffer.from(
    text.replaceAll(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );

function inCharset(bytes: Buffer, charset: string): string {
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return bytes.toString('utf8');
  }
}

const encodedWord = /=\?([^?]+)\?([BQ])\?([^?]*)\?=/gi;

/** Spaces between two encoded words only fold the line: they are no part of the text. */
export function decodeWords(text: string): string {
  const joined = text.replaceAll(/(\?=)\s+(?==\?)/g, '$1');
  return joined.replaceAll(encodedWord, (_, charset: string, kind: string, word: string) => {
    const isBase64 = kind.toUpperCase() === 'B';
    return inCharset(isBase64 ? Buffer.from(word, 'base64') : quotedPrintable(word.replaceAll('_', ' ')), charset);
  });
}
