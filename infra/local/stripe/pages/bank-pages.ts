import type Stripe from 'stripe';
import { formatMoney } from '../money.ts';
import { html } from '../../html.ts';
import { layout } from './layout.ts';

const amountOf = (session: Stripe.Checkout.Session): string =>
  formatMoney(session.amount_total ?? 0, session.currency ?? '');

/** The bank asks whether it is really the customer. */
export const authenticationPage = (session: Stripe.Checkout.Session): string =>
  layout({
    title: '3-D Secure',
    body: html`<section class="sheet notice">
      <h1>3-D Secure</h1>
      <p>Your bank asks whether it is you who pays ${amountOf(session)}.</p>
      <form method="post">
        <input type="hidden" name="answer" value="approve" /><button>Complete authentication</button>
      </form>
      <form method="post">
        <input type="hidden" name="answer" value="decline" /><button class="quiet">Fail authentication</button>
      </form>
    </section>`,
  });

/** Stands for the customer's telephone: the answer may come long after the browser has gone back. */
export const upiPage = (session: Stripe.Checkout.Session, backTo: string): string =>
  layout({
    title: 'Your UPI app',
    body: html`<section class="sheet notice">
      <h1>Your UPI app</h1>
      <p>A request to pay ${amountOf(session)} is waiting for you.</p>
      <form method="post" action="/pay/${session.id}/upi/answer">
        <input type="hidden" name="answer" value="approve" /><button>Approve payment</button>
      </form>
      <form method="post" action="/pay/${session.id}/upi/answer">
        <input type="hidden" name="answer" value="decline" /><button class="quiet">Decline payment</button>
      </form>
      <p><a href="${backTo}">Decide later and go back</a></p>
    </section>`,
  });
