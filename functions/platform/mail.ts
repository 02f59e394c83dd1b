import { createTransport } from 'nodemailer';
import { config } from './config.ts';

export type Mail = { to: string; subject: string; text: string; html?: string };

const transport = createTransport({ url: config.mail.smtp, pool: true }, { from: config.mail.from });

/** Resolves when the mail server has taken the message. */
export const sendMail = async (mail: Mail): Promise<void> => void (await transport.sendMail(mail));

export const mailAnswers = async (): Promise<void> => void (await transport.verify());

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => entities[sign]!);

/** The same paragraphs as plain text and as simple HTML; what people typed is escaped, and an address becomes a link. */
export function bodyOf(paragraphs: readonly string[]): { text: string; html: string } {
  const html = paragraphs.map((paragraph) => {
    const safe = escaped(paragraph);
    return /^https?:\/\/\S+$/.test(paragraph) ? `<p><a href="${safe}">${safe}</a></p>` : `<p>${safe}</p>`;
  });
  return { text: paragraphs.join('\n\n'), html: html.join('\n') };
}
