import { html, type Html } from '../../html.ts';
import { stylesheetWith } from '../../stylesheet.ts';

/** Served beside the pages: nothing is loaded from elsewhere. */
export const stylesheet = stylesheetWith(new URL('./pages.css', import.meta.url));

export function layout({ title, body }: { title: string; body: Html }): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>${title}</title>
        <link rel="stylesheet" href="/_assets/pages.css" />
        <link rel="icon" href="data:," />
      </head>
      <body>
        <p class="ribbon"><strong>Local Stripe:</strong> no money moves</p>
        <main>${body}</main>
      </body>
    </html>`.markup;
}

/** One sentence, and where to go from it. */
export function noticePage({
  title,
  text,
  link,
}: {
  title: string;
  text: string;
  link?: { href: string; label: string } | undefined;
}): string {
  return layout({
    title,
    body: html`<section class="sheet notice">
      <h1>${title}</h1>
      <p>${text}</p>
      ${link && html`<p><a class="button quiet" href="${link.href}">${link.label}</a></p>`}
    </section>`,
  });
}
