const names = new Intl.DisplayNames('en', { type: 'region' });

/** "Norway" for NO. */
export const countryName = (code: string): string => names.of(code) ?? code;
