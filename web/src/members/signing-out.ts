/** Whoever hears meanwhile that the session has ended leaves the way out to this. */
export const signingOut = ['accounts', 'sign-out'];
