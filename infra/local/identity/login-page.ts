import { html, type Html } from '../html.ts';
import { stylesheetWith } from '../stylesheet.ts';
import { type Account, companies, type CompanyName, firstTenant } from './companies.ts';

export const stylesheet = stylesheetWith(new URL('./identity.css', import.meta.url));

type Asking = { company: CompanyName; hint: string; known: Account[] };

export function loginPage({ company, hint, known }: Asking): string {
  const { title, color } = companies[company];
  return page(
    title,
    html`<h1><span class="mark" style="background: ${color}">${title.slice(0, 1)}</span>Sign in with ${title}</h1>
      <p class="muted">This machine plays ${title}. Be whoever you like; nothing leaves it.</p>
      ${known.length > 0 && html`<div class="known">${known.map((account) => choice(account))}</div>`}
      <form method="post">
        <label>E-mail<input name="email" type="email" value="${hint}" autocomplete="off" autofocus /></label>
        <label>Name<input name="name" autocomplete="off" /></label>
        ${
          company === 'microsoft' &&
          html`<label>Tenant<input name="tenant" value="${firstTenant}" autocomplete="off" required /></label>`
        }
        ${
          (company === 'google' || company === 'linkedin') &&
          html`<label class="check"
            ><input name="isVerified" type="checkbox" checked />${title} has verified the address</label
          >`
        }
        <label>Account id <small>empty: made of the address</small><input name="subject" autocomplete="off" /></label>
        <div class="buttons">
          <button name="do" value="sign-in">Sign in</button>
          <button name="do" value="cancel" class="plain">Cancel</button>
        </div>
      </form>`,
  );
}

/** Who signed in since the start, to be picked with one press. */
const choice = ({ name, email, isVerified, tenant, subject }: Account): Html =>
  html`<form method="post">
    <input type="hidden" name="email" value="${email}" /><input type="hidden" name="name" value="${name}" />
    <input type="hidden" name="tenant" value="${tenant}" /><input type="hidden" name="subject" value="${subject}" />
    ${isVerified && html`<input type="hidden" name="isVerified" value="on" />`}
    <button name="do" value="sign-in" class="plain">
      <b>${name}</b> <span class="muted">${email ?? 'no e-mail'}</span>
    </button>
  </form>`;

export const messagePage = (message: string): string => page('Sign in', html`<h1>${message}</h1>`);

const page = (title: string, body: Html): string =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} (local)</title>
        <link rel="stylesheet" href="/identity.css" />
        <link rel="icon" href="data:," />
      </head>
      <body>
        <main>${body}</main>
      </body>
    </html>`.markup;
