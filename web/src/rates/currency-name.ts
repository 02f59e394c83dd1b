const names = new Intl.DisplayNames('en', { type: 'currency' });

/** "Euro" for EUR. */
export const currencyName = (code: string): string => names.of(code) ?? code;
