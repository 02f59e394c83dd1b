import { html, type Html } from '../html.ts';
import { stylesheetWith } from '../stylesheet.ts';
import type { Message } from './mail-store.ts';

export const stylesheet = stylesheetWith(new URL('./mail.css', import.meta.url));

const secondsBetweenLooks = 3;

export function inboxPage(messages: Message[], to: string | null): string {
  return layout({
    title: to ? `Mail to ${to}` : 'Mail',
    refresh: true,
    body: html`<h1>${to ?? 'Local mail'}</h1>
      <p class="muted">
        ${messages.length} ${messages.length === 1 ? 'message' : 'messages'}; nothing leaves this machine.
        ${to && html`<a href="/">All mail</a>`}
      </p>
      ${messages.length === 0 ? html`<p class="empty">No mail yet. New messages appear here by themselves.</p>` : list(messages)}`,
  });
}

const list = (messages: Message[]): Html =>
  html`<ul>
    ${messages.map(
      (message) =>
        html`<li>
          <a href="/mail/${message.id}"><strong>${message.subject || 'No subject'}</strong></a>
          <span class="muted"
            >${message.to.map((to) => html`<a href="/?to=${encodeURIComponent(to)}">${to}</a> `)}</span
          >
          <time class="muted" datetime="${message.at}">${timeOf(message)}</time>
        </li>`,
    )}
  </ul>`;

export function messagePage(message: Message): string {
  return layout({
    title: message.subject,
    body: html`<p><a href="/">&larr; All mail</a></p>
      <h1>${message.subject || 'No subject'}</h1>
      <dl>
        <dt>From</dt>
        <dd>${message.from}</dd>
        <dt>To</dt>
        <dd>${message.to.join(', ')}</dd>
        <dt>At</dt>
        <dd><time datetime="${message.at}">${timeOf(message)}</time></dd>
      </dl>
      ${message.attachments.length > 0 && attachments(message)} ${message.html && frame(message.html)}
      ${message.text && html`<pre>${withLinks(message.text)}</pre>`}`,
  });
}

export const notFoundPage = (): string =>
  layout({
    title: 'No such message',
    body: html`<h1>No such message</h1>
      <p><a href="/">All mail</a></p>`,
  });

/** Addresses become links, as a mail program shows them. */
function withLinks(text: string): Html[] {
  const parts = text.split(/(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)])/);
  return parts.map((part, index) => (index % 2 === 1 ? html`<a href="${part}">${part}</a>` : html`${part}`));
}

const attachments = ({ id, attachments }: Message): Html =>
  html`<p>
    Attached: ${attachments.map(({ fileName }, at) => html`<a href="/mail/${id}/attachments/${at}">${fileName}</a> `)}
  </p>`;

/** Scripts of a message never run; a page opened from it is an ordinary one. */
const frame = (source: string): Html =>
  html`<iframe
    title="The message"
    sandbox="allow-popups allow-popups-to-escape-sandbox"
    srcdoc="<base target='_blank'>${source}"
  ></iframe>`;

const timeOf = ({ at }: Message): string => `${at.slice(0, 10)} ${at.slice(11, 19)} UTC`;

function layout({ title, body, refresh = false }: { title: string; body: Html; refresh?: boolean }): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        ${refresh && html`<meta http-equiv="refresh" content="${secondsBetweenLooks}" />`}
        <title>${title}</title>
        <link rel="stylesheet" href="/mail.css" />
        <link rel="icon" href="data:," />
      </head>
      <body>
        <main>${body}</main>
      </body>
    </html>`.markup;
}
