import type Stripe from 'stripe';
import type { CardFields, FieldMessages } from '../card-form.ts';
import { testCards } from '../cards.ts';
import { formatMoney } from '../money.ts';
import { html, type Html } from '../../html.ts';
import { layout } from './layout.ts';

interface PayPage {
  session: Stripe.Checkout.Session;
  items: Stripe.LineItem[];
  fields: CardFields;
  messages?: FieldMessages;
  declined?: string;
}

export function payPage(page: PayPage): string {
  const { session, items } = page;
  const amount = formatMoney(session.amount_total ?? 0, session.currency ?? '');
  const name = items[0]?.description ?? 'Payment';
  return layout({
    title: `Pay ${amount} · ${name}`,
    body: html`${summary(session, items, amount)} ${form(page, amount)}`,
  });
}

function summary(session: Stripe.Checkout.Session, items: Stripe.LineItem[], amount: string): Html {
  return html`<section class="summary" aria-label="What you pay">
    ${session.cancel_url && html`<a class="back" href="${session.cancel_url}">&larr; Back</a>`}
    <h1>${items[0]?.description}</h1>
    <p class="amount">${amount}</p>
    <ul class="items">
      ${items.map(
        (item) =>
          html`<li>
            <span>${item.description}${quantity(item)}</span
            ><span>${formatMoney(item.amount_total, item.currency)}</span>
          </li>`,
      )}
    </ul>
  </section>`;
}

const quantity = ({ quantity }: Stripe.LineItem): string => (quantity && quantity > 1 ? ` × ${quantity}` : '');

function form({ session, fields, messages = {}, declined }: PayPage, amount: string): Html {
  const takesUpi = session.payment_method_types.includes('upi');
  return html`<section class="sheet">
    <h2>Pay by card</h2>
    ${declined && html`<p class="alert" role="alert">${declined}</p>`}
    <form method="post" novalidate>
      ${
        session.customer_email &&
        html`<div>
          <p class="muted">E-mail</p>
          <div>${session.customer_email}</div>
        </div>`
      }
      ${field({ name: 'number', label: 'Card number', autocomplete: 'cc-number', hint: '1234 1234 1234 1234', fields, messages })}
      <div class="pair">
        ${field({ name: 'expiry', label: 'Expiry', autocomplete: 'cc-exp', hint: 'MM / YY', fields, messages })}
        ${field({ name: 'cvc', label: 'CVC', autocomplete: 'cc-csc', hint: '123', fields, messages })}
      </div>
      ${field({ name: 'name', label: 'Name on card', autocomplete: 'cc-name', hint: '', fields, messages })}
      <button>Pay ${amount}</button>
    </form>
    ${
      takesUpi &&
      html`<p class="or">or</p>
        <form method="post" action="/pay/${session.id}/upi"><button class="quiet">Pay by UPI</button></form>`
    }
    ${cardList}
  </section>`;
}

interface Field {
  name: keyof CardFields;
  label: string;
  autocomplete: string;
  hint: string;
  fields: CardFields;
  messages: FieldMessages;
}

function field({ name, label, autocomplete, hint, fields, messages }: Field): Html {
  const message = messages[name];
  const isNumber = name !== 'name';
  return html`<div>
    <label for="${name}">${label}</label>
    <input
      id="${name}"
      name="${name}"
      value="${fields[name]}"
      placeholder="${hint}"
      autocomplete="${autocomplete}"
      ${isNumber && html`inputmode="numeric"`}
      ${message && html`aria-invalid="true" aria-describedby="${name}-error"`}
      required
    />
    ${message && html`<p class="error" id="${name}-error">${message}</p>`}
  </div>`;
}

const inFours = (number: string): string => number.replaceAll(/(.{4})(?=.)/g, '$1 ');

const cardList = html`<details open>
  <summary>Test cards</summary>
  <p class="muted">Any future expiry, any three digits. Choose one to fill the form.</p>
  <table>
    <tbody>
      ${testCards.map(
        ({ number, label }) =>
          html`<tr>
            <td><a href="?card=${number}">${inFours(number)}</a></td>
            <td>${label}</td>
          </tr>`,
      )}
    </tbody>
  </table>
</details>`;
