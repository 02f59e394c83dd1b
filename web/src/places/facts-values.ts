import * as z from 'zod';
import { type CustomerFacts, whyNotBornOn } from '#domain/customers/facts.ts';
import { Day } from '#domain/kernel/time.ts';
import { Country, Place, VillageSize } from '#domain/places/place.ts';
import type { ConflictField } from '#web/platform/conflict.tsx';
import { formatDay } from '#web/platform/format-moment.ts';
import { choiceOf, placeWords, sizeOf, smallerPlace } from './place-words.ts';

export type Facts = { place: Place | null; bornOn: string | null };

/** As they are typed: a town, or the country and the size of a smaller place. */
export type FactsValues = {
  place: Place | null;
  isSmaller: boolean;
  country: string | null;
  size: VillageSize | null;
  bornOn: string | null;
};

/** What is typed, held to the rules; gives the facts. `today` is the workspace's calendar day. */
export const factsTyped = (today: string) =>
  z
    .object({
      place: Place.nullable(),
      isSmaller: z.boolean(),
      country: Country.nullable(),
      size: VillageSize.nullable(),
      bornOn: Day.nullable(),
    })
    .superRefine(({ isSmaller, country, size, bornOn }, context) => {
      const refuse = (field: keyof FactsValues, message: string): void =>
        context.addIssue({ code: 'custom', path: [field], message });
      if (isSmaller && !country) refuse('country', 'Please choose the country');
      if (isSmaller && !size) refuse('size', 'Please choose how many people live there');
      const fault = bornOn && whyNotBornOn(bornOn, today);
      if (fault) refuse('bornOn', fault);
    })
    .transform(({ place, isSmaller, country, size, bornOn }): Facts => {
      const smaller = country && size ? smallerPlace(country, size) : null;
      return { place: isSmaller ? smaller : place, bornOn };
    });

export const valuesOf = ({ place, bornOn }: Facts): FactsValues => {
  const smaller = place?.townId === null ? place : null;
  return {
    place: smaller ? null : place,
    isSmaller: smaller !== null,
    country: smaller?.country ?? null,
    size: smaller && sizeOf(smaller),
    bornOn,
  };
};

const isSame = (one: Place | null, other: Place | null): boolean =>
  JSON.stringify(one && choiceOf(one)) === JSON.stringify(other && choiceOf(other));

/** What somebody typed anew; the rest stays as it stands. */
export const changesOf = (base: Facts, { place, bornOn }: Facts): Omit<CustomerFacts, 'version'> => ({
  ...(!isSame(place, base.place) && { place: place && choiceOf(place) }),
  ...(bornOn !== base.bornOn && { bornOn }),
});

/** Of what was typed anew, what somebody else has changed meanwhile, and otherwise. */
export function differencesOf(base: Facts, typed: Facts, now: Facts): ConflictField[] {
  const words = ({ place, bornOn }: Facts) => ({
    Place: place ? placeWords(place) : 'Unknown',
    'Born on': bornOn ? formatDay(bornOn) : 'Unknown',
  });
  const [before, mine, theirs] = [words(base), words(typed), words(now)];
  return (['Place', 'Born on'] as const)
    .filter((fact) => new Set([before[fact], mine[fact], theirs[fact]]).size === 3)
    .map((label) => ({ label, mine: mine[label], theirs: theirs[label] }));
}
