/** Where Stripe opens accounts of businesses. It has the last word: a refused country is said under the field. */
export const stripeCountries: readonly string[] =
  'AE AT AU BE BG BR CA CH CY CZ DE DK EE ES FI FR GB GI GR HK HR HU IE IN IT JP LI LT LU LV MT MX MY NL NO NZ PL PT RO SE SG SI SK TH US'.split(
    ' ',
  );
