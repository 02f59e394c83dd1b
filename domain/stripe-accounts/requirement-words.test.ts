import { expect, test } from 'vitest';
import { disabledInWords, wantedInWords } from './requirement-words.ts';

test.each([
  [[], []],
  [['external_account'], ['A bank account for payouts']],
  [['tos_acceptance.date', 'tos_acceptance.ip'], ["Agreement to Stripe's terms"]],
  [['individual.first_name', 'individual.dob.day'], ['Details of the person responsible']],
  [['person_1Ab2.verification.document'], ['An identity document']],
  [['company.verification.document'], ['A document about the business']],
  [['company.owners_provided', 'owners.email'], ['Who owns and runs the business']],
  [['a_new.field_of_stripe'], ['A new field of stripe']],
])('what Stripe wants, %j, is said once and in words', (names, expected) => {
  expect(wantedInWords(names)).toEqual(expected);
});

test.each([
  [null, false, null],
  [undefined, true, null],
  ['requirements.past_due', false, null],
  ['requirements.past_due', true, 'Stripe takes no payments on it until it knows what it asks for.'],
  ['requirements.pending_verification', true, null],
  ['under_review', true, null],
  ['rejected.fraud', true, 'Stripe rejected it because of suspected fraud.'],
  ['something.new', true, 'Stripe switched it off. Its dashboard says why.'],
])('an account disabled for %s, all told before: %s, is said as %s', (reason, isSubmitted, expected) => {
  expect(disabledInWords(reason, isSubmitted)).toBe(expected);
});
