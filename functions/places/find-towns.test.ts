import { describe, expect, test } from 'vitest';
import { pointsOf, searchTowns, townFinder, townOf } from './find-towns.ts';

const named = async (text: string, country?: string) =>
  (await searchTowns(text, country)).map(({ name, region, country: code }) =>
    [name, region, code].filter(Boolean).join(', '),
  );

describe('F250 towns are found by the beginning of their name', () => {
  test.each([
    ['Berl', 'Berlin, DE'],
    ['  BERLIN ', 'Berlin, DE'],
    ['sao paulo', 'São Paulo, BR'],
    ['tromso', 'Tromsø, NO'],
    ['Łódź', 'Łódź, PL'],
    ['lodz', 'Łódź, PL'],
    ['saint-eti', 'Saint-Étienne, FR'],
    ['saint etienne', 'Saint-Étienne, FR'],
    ['rajkot', 'Rājkot, IN'],
    ['Cologne', 'Köln, DE'],
    ['MÜNCHEN', 'Munich, DE'],
    ['new york', 'New York City, NY, US'],
  ])('%s: %s is first', async (text, expected) => {
    expect((await named(text)).slice(0, 2)).toContain(expected);
  });

  test('the eight largest come, the largest first', async () => {
    const found = await searchTowns('s');
    expect(found).toHaveLength(8);
    expect(found.map(({ population }) => population)).toEqual(
      found.map(({ population }) => population).toSorted((a, b) => b - a),
    );
    expect(found[0]).toMatchObject({ name: 'Shanghai', country: 'CN' });
  });

  test('in one country only, when one is named', async () => {
    expect(new Set((await searchTowns('s', 'NO')).map(({ country }) => country))).toEqual(new Set(['NO']));
    expect(await searchTowns('tromso', 'DE')).toEqual([]);
    expect(await searchTowns('tromso', 'ZZ')).toEqual([]);
  });

  test('whose whole name is written is found, however many larger ones begin so', async () => {
    expect(await named('bo')).toContain('Bo, SL');
  });

  test('towns of one name are told apart', async () => {
    const portlands = await named('portland', 'US');
    expect(portlands[0]).toBe('Portland, OR, US');
    expect(new Set(portlands).size).toBe(portlands.length);
    expect((await named('neustadt', 'DE')).filter((name) => name.startsWith('Neustadt,'))).toEqual(
      expect.arrayContaining(['Neustadt, DE', 'Neustadt, near Hamburg, DE']),
    );
  });

  test.each(['zzzzzz', '-', '’', '%', '\uffff', '"; DROP TABLE towns'])('nothing is found by %j', async (text) => {
    expect(await searchTowns(text)).toEqual([]);
  });
});

test('a town is known by its number, with its point on the map', async () => {
  const berlin = await townOf(2950159);
  expect(berlin).toMatchObject({ townId: 2950159, name: 'Berlin', country: 'DE', population: 3_426_354 });
  expect(await townOf(1)).toBeNull();
  const points = await pointsOf([2950159, 1]);
  expect(points.size).toBe(1);
  const [longitude, latitude] = points.get(2950159)!;
  expect(longitude).toBeCloseTo(13.41, 2);
  expect(latitude).toBeCloseTo(52.52, 2);
});

test('an exact name is the largest town that has it, and says how many do', async () => {
  const find = await townFinder();
  expect(find('portland', 'US')).toMatchObject({ place: { region: 'OR' }, of: 6 });
  expect(find('Portland', null)).toMatchObject({ place: { country: 'US' } });
  expect(find('Portlan', null)).toBeNull();
  expect(find('', null)).toBeNull();
});
