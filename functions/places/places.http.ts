import { placeRoutes } from '#domain/places/routes.ts';
import { serve } from '#functions/serve.ts';
import { searchTowns } from './find-towns.ts';
import { readPlaces } from './read-places.ts';

serve('places-search', placeRoutes.search, async (_, { query }) => ({
  items: await searchTowns(query.q, query.country),
}));
serve('places-customers', placeRoutes.customers, readPlaces);
