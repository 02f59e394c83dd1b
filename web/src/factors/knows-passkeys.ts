/** Apart from what makes and uses them, which is no part of the login's first script. */
export const knowsPasskeys = (): boolean => typeof globalThis.PublicKeyCredential === 'function';
