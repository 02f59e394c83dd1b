/** Nobody learns from us whether an address has an account. */
export const codeMayBeSent = 'If the address exists, a code was sent';
