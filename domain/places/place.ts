import * as z from 'zod';

/** ISO 3166-1, two letters. */
export const Country = z.string().regex(/^[A-Z]{2}$/, 'Not a country');

/** For a place smaller than any of the list: how many live there, as said, and as counted. */
export const villages = { 'under 500': 250, '500-2k': 1000, '2-5k': 3000 } as const;
export const VillageSize = z.enum(['under 500', '500-2k', '2-5k']).meta({ id: 'VillageSize' });
export type VillageSize = z.infer<typeof VillageSize>;

/** Where a customer lives, as it was when it was chosen. */
export const Place = z
  .object({
    /** Of GeoNames. Null for a smaller place, which has no name here either. */
    townId: z.int().positive().nullable(),
    name: z.string(),
    /** What tells two towns of one name and country apart; empty where nothing does. */
    region: z.string(),
    country: Country,
    population: z.int().positive(),
  })
  .meta({ id: 'Place' });
export type Place = z.infer<typeof Place>;

/** What a person picks. */
export const PlaceChoice = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('town'), townId: z.int().positive() }),
    z.strictObject({ kind: z.literal('smaller'), country: Country, size: VillageSize }),
  ])
  .meta({ id: 'PlaceChoice' });
export type PlaceChoice = z.infer<typeof PlaceChoice>;

export const SettlementClass = z
  .enum(['under 5k', '5-50k', '50-500k', '500k-1.5M', '1.5M and more'])
  .meta({ id: 'SettlementClass' });
export type SettlementClass = z.infer<typeof SettlementClass>;

export function settlementClassOf(population: number): SettlementClass {
  if (population < 5_000) return 'under 5k';
  if (population < 50_000) return '5-50k';
  if (population < 500_000) return '50-500k';
  return population < 1_500_000 ? '500k-1.5M' : '1.5M and more';
}
