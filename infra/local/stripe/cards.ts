export interface Decline {
  code:
    | 'card_declined'
    | 'expired_card'
    | 'incorrect_cvc'
    | 'processing_error'
    | 'payment_intent_authentication_failure';
  declineCode?: string;
  message: string;
}

/** What is kept of a card: never its number. */
export interface PaidCard {
  brand: string;
  last4: string;
  expMonth: number;
  expYear: number;
  name: string;
  cvcCheck: 'pass' | 'fail';
  afterwards: Afterwards;
}

export type Afterwards = 'nothing' | 'dispute' | 'pending refund' | 'failing refund';

interface TestCard {
  number: string;
  label: string;
  decline?: Decline;
  asksAuthentication?: true;
  afterwards?: Afterwards;
}

const declined = (declineCode: string, message = 'Your card was declined.'): Decline => ({
  code: 'card_declined',
  declineCode,
  message,
});

/** The page lists these; the words are Stripe's. */
export const testCards: TestCard[] = [
  { number: '4242424242424242', label: 'Succeeds' },
  { number: '4000000000000002', label: 'Declined', decline: declined('generic_decline') },
  {
    number: '4000000000009995',
    label: 'Insufficient funds',
    decline: declined('insufficient_funds', 'Your card has insufficient funds.'),
  },
  { number: '4000000000009987', label: 'Lost card', decline: declined('lost_card') },
  {
    number: '4000000000000069',
    label: 'Expired card',
    decline: { code: 'expired_card', message: 'Your card has expired.' },
  },
  {
    number: '4000000000000127',
    label: 'Wrong CVC',
    decline: { code: 'incorrect_cvc', message: "Your card's security code is incorrect." },
  },
  {
    number: '4000000000000119',
    label: 'Processing error',
    decline: {
      code: 'processing_error',
      message: 'An error occurred while processing your card. Try again in a little bit.',
    },
  },
  { number: '4000002760003184', label: 'Asks 3-D Secure', asksAuthentication: true },
  { number: '4000002500003155', label: 'Asks 3-D Secure on first use', asksAuthentication: true },
  { number: '4000000000000259', label: 'Disputed after payment', afterwards: 'dispute' },
  { number: '4000000000007726', label: 'Refund stays pending a while', afterwards: 'pending refund' },
  { number: '4000000000005126', label: 'Refund fails later', afterwards: 'failing refund' },
];

export const authenticationFailed: Decline = {
  code: 'payment_intent_authentication_failure',
  message: 'We are unable to authenticate your payment method. Please choose a different payment method and try again.',
};

const notATestCard = declined(
  'test_mode_live_card',
  'Your card was declined. This is the local Stripe: it takes only the test cards listed below.',
);

/** What a bank says to this number. */
export function askBank(number: string): Omit<TestCard, 'number' | 'label'> {
  return testCards.find((card) => card.number === number) ?? { decline: notATestCard };
}
