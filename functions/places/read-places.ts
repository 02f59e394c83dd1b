import type { CustomersByPlace } from '#domain/places/routes.ts';
import type { Work } from '#functions/work.ts';

/** As the nightly pass has counted them; nobody until it has run. */
export const readPlaces = async ({ places }: Pick<Work, 'places'>): Promise<CustomersByPlace> =>
  (await places.read()) ?? { places: [], countries: [], unplaced: 0, payers: 0 };
