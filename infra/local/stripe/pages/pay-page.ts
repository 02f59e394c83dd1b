import type Stripe from 'stripe';
import type { CardFields, FieldMessages } from '../card-form.ts';
import { testCards } from '../cards.ts';
import { formatMoney } from '../money.ts';
import { html, type Html } from '../../html.ts';
import { field } from './field.ts';
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
  const typed = (name: keyof CardFields) => ({ name, value: fields[name], message: messages[name] });
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
      ${field({ ...typed('number'), label: 'Card number', autocomplete: 'cc-number', hint: '1234 1234 1234 1234', isNumber: true })}
      <div class="pair">
        ${field({ ...typed('expiry'), label: 'Expiry', autocomplete: 'cc-exp', hint: 'MM / YY', isNumber: true })}
        ${field({ ...typed('cvc'), label: 'CVC', autocomplete: 'cc-csc', hint: '123', isNumber: true })}
      </div>
      ${field({ ...typed('name'), label: 'Name on card', autocomplete: 'cc-name', hint: '' })}
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
