import { type SharedName, shownNames } from '#domain/imports/import.ts';
import type { Mapping } from '#domain/imports/mapping.ts';
import type { FindTown } from '#domain/imports/town-text.ts';
import { townFinder } from '#functions/places/find-towns.ts';

type TownsOfFile = { findTown: FindTown; sharedNames: () => SharedName[] };

/** Looks up each name of a file once, and remembers which of them several towns have. */
export async function townsOfFile({ placeColumn }: Pick<Mapping, 'placeColumn'>): Promise<TownsOfFile> {
  if (placeColumn === null) return { findTown: () => null, sharedNames: () => [] };
  const find = await townFinder();
  const found = new Map<string, { text: string; town: ReturnType<FindTown> }>();
  return {
    findTown(text, country) {
      const key = JSON.stringify([text, country]);
      const { town } = found.get(key) ?? { town: find(text, country) };
      found.set(key, { text, town });
      return town;
    },
    sharedNames: () =>
      [...found.values()]
        .flatMap(({ text, town }) => (town && town.of > 1 ? [{ text, taken: town.place, of: town.of }] : []))
        .slice(0, shownNames),
  };
}
