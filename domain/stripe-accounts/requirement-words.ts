/** Stripe names what it wants by the fields of its API; several fields are one thing to the person who is asked. */
const words: readonly (readonly [pattern: RegExp, words: string])[] = [
  [/^external_account/, 'A bank account for payouts'],
  [/^tos_acceptance/, "Agreement to Stripe's terms"],
  [/^business_type/, 'The kind of business'],
  [/^business_profile\.(url|product_description)/, 'The website, or what the business sells'],
  [/^business_profile\.mcc/, 'The line of business'],
  [/^business_profile\.support/, 'How customers reach the business'],
  [/^settings\.payments\.statement_descriptor/, "The name on customers' card statements"],
  [/^company\.(tax_id|registration_number|vat_id)/, "The business's tax or registration number"],
  [/^company\.verification/, 'A document about the business'],
  [/^(company|business_profile)\.(name|address|phone)/, "The business's name, address and phone"],
  [/(^|\.)verification\.(additional_)?document/, 'An identity document'],
  [/^(owners|directors|executives)\b|\.(owners|directors|executives)_provided/, 'Who owns and runs the business'],
  [/^(individual|representative|person_\w+|owners|directors)\./, 'Details of the person responsible'],
];

const inWords = (name: string): string =>
  words.find(([pattern]) => pattern.test(name))?.[1] ?? capital(name.replaceAll(/[._]+/g, ' '));

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What Stripe still asks for, each once, in its order. */
export const wantedInWords = (names: readonly string[]): string[] => [...new Set(names.map(inWords))];

/** Being asked for something, and being looked at, is the ordinary way in: nothing is switched off by it. */
const isOnTheWay = (reason: string): boolean => reason.startsWith('requirements.') || reason === 'under_review';

const disabledWords: Record<string, string> = {
  'rejected.fraud': 'Stripe rejected it because of suspected fraud.',
  'rejected.terms_of_service': "Stripe rejected it: it goes against Stripe's terms.",
  'rejected.listed': 'Stripe rejected it: it is on a list of those nobody may deal with.',
  'rejected.incomplete_verification': 'Stripe rejected it: what was asked for did not come in time.',
  'rejected.other': 'Stripe rejected it.',
  listed: 'Stripe is checking whether it is on a list of those nobody may deal with.',
  platform_paused: 'It was paused by the operator of this deployment.',
  'action_required.requested_capabilities': 'Card payments were not asked for.',
};

/**
 * Why an account is switched off; null while only Stripe's first questions and checks are in the way. `isSubmitted`: all
 * was answered before, so a question that was not answered in time stopped what went well.
 */
export function disabledInWords(reason: string | null | undefined, isSubmitted: boolean): string | null {
  if (!reason) return null;
  if (isOnTheWay(reason)) {
    const isStopped = isSubmitted && reason === 'requirements.past_due';
    return isStopped ? 'Stripe takes no payments on it until it knows what it asks for.' : null;
  }
  return disabledWords[reason] ?? 'Stripe switched it off. Its dashboard says why.';
}
