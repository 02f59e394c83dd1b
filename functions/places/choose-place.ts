import { countries } from '#domain/places/countries.ts';
import { type Place, type PlaceChoice, villages } from '#domain/places/place.ts';
import { problems } from '#domain/kernel/problem.ts';
import { townOf } from './find-towns.ts';

/** The place that a person picked; one that does not exist is the fault of the field. */
export async function choosePlace(choice: PlaceChoice): Promise<Place> {
  if (choice.kind === 'town') {
    const town = await townOf(choice.townId);
    if (!town) throw problems.invalid([{ pointer: '/body/place', detail: 'There is no such town' }]);
    return town;
  }
  const { country, size } = choice;
  if (!countries.includes(country))
    throw problems.invalid([{ pointer: '/body/place', detail: 'There is no such country' }]);
  return { townId: null, name: '', region: '', country, population: villages[size] };
}
