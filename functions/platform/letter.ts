import type { Mail } from './mail.ts';

/** What a mail says, before it is text and HTML. */
export type Letter = {
  to: string;
  subject: string;
  /** Whose letter it is: a business, or the product. */
  sender: string;
  /** One sentence or a few each; what people typed may stand in them. */
  paragraphs: readonly string[];
  /** Set large, to be read or copied. */
  code?: string | undefined;
  /** The one thing to do. Its address is ours. */
  button?: { label: string; address: string } | undefined;
  /** Why the reader gets it. */
  why: string;
};

export const productName = 'StarOne CRM';

/** The same words twice: as text for those who read mail so, and as HTML that needs no pictures and no style sheet. */
export function letterOf({ to, subject, ...letter }: Letter): Mail {
  return { to, subject, text: textOf(letter), html: htmlOf(subject, letter) };
}

type Words = Omit<Letter, 'to' | 'subject'>;

function textOf({ sender, paragraphs, code, button, why }: Words): string {
  const action = button ? [`${button.label}:\n${button.address}`] : [];
  return [sender, ...paragraphs, ...(code ? [code] : []), ...action, `--\n${why}`].join('\n\n');
}

function htmlOf(subject: string, { sender, paragraphs, code, button, why }: Words): string {
  const lines = [
    `<p style="${styles.sender}">${escaped(sender)}</p>`,
    ...paragraphs.map((paragraph) => `<p style="${styles.paragraph}">${escaped(paragraph)}</p>`),
    ...(code ? [`<p style="${styles.code}">${escaped(code)}</p>`] : []),
    ...(button ? buttonOf(button) : []),
    `<p style="${styles.why}">${escaped(why)}</p>`,
  ];
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(subject)}</title></head>
<body style="${styles.body}">
<div style="${styles.sheet}">
${lines.join('\n')}
</div>
</body>
</html>`;
}

/** The address stands below it too: some readers show no buttons, and a link that shows where it leads is easier to trust. */
const buttonOf = ({ label, address }: NonNullable<Letter['button']>): string[] => [
  `<p style="${styles.paragraph}"><a href="${escaped(address)}" style="${styles.button}">${escaped(label)}</a></p>`,
  `<p style="${styles.address}">${escaped(address)}</p>`,
];

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => entities[sign]!);

// Mail programs read styles on the element only.
const styles = {
  body: "margin:0;padding:24px;background:#f7f6f3;color:#14213d;font:15px/22px Arial,'Segoe UI',sans-serif",
  sheet: 'max-width:480px;margin:0 auto;padding:24px;border:1px solid #e6e3dc;border-radius:10px;background:#fff',
  sender: 'margin:0 0 16px;font-weight:bold',
  paragraph: 'margin:0 0 16px',
  code: 'margin:0 0 16px;font:bold 28px/36px Consolas,monospace;letter-spacing:4px',
  button: 'display:inline-block;padding:10px 18px;border-radius:6px;background:#1f4e9c;color:#fff;text-decoration:none',
  address: 'margin:0 0 16px;color:#5a6478;font-size:13px;line-height:18px;word-break:break-all',
  why: 'margin:24px 0 0;padding-top:12px;border-top:1px solid #e6e3dc;color:#5a6478;font-size:13px;line-height:18px',
};
