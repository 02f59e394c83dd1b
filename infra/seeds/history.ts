import { type Chance, chance } from '../reliability/chance.ts';

/** `weight` is how many of the customers live there; a country alone is for those whose village is on no list. */
const towns = [
  { city: 'Oslo', country: 'Norway', weight: 52 },
  { city: 'Bergen', country: 'Norway', weight: 24 },
  { city: 'Trondheim', country: 'Norway', weight: 15 },
  { city: 'Stavanger', country: 'Norway', weight: 11 },
  { city: 'Tromsø', country: 'Norway', weight: 8 },
  { city: 'Lillehammer', country: 'Norway', weight: 6 },
  { city: 'Drøbak', country: 'Norway', weight: 5 },
  { city: 'Stockholm', country: 'Sweden', weight: 12 },
  { city: 'Göteborg', country: 'Sweden', weight: 8 },
  { city: 'København', country: 'Denmark', weight: 10 },
  { city: 'Aarhus', country: 'Denmark', weight: 4 },
  { city: 'Helsinki', country: 'Finland', weight: 4 },
  { city: 'Reykjavik', country: 'Iceland', weight: 3 },
  { city: 'Hamburg', country: 'Germany', weight: 9 },
  { city: 'Berlin', country: 'Germany', weight: 7 },
  { city: 'Munich', country: 'Germany', weight: 3 },
  { city: 'London', country: 'United Kingdom', weight: 12 },
  { city: 'Edinburgh', country: 'United Kingdom', weight: 4 },
  { city: 'Amsterdam', country: 'Netherlands', weight: 5 },
  { city: 'Paris', country: 'France', weight: 4 },
  { city: 'Zürich', country: 'Switzerland', weight: 3 },
  { city: 'Warsaw', country: 'Poland', weight: 4 },
  { city: 'Mumbai', country: 'India', weight: 7 },
  { city: 'Ahmedabad', country: 'India', weight: 6 },
  { city: 'Pune', country: 'India', weight: 3 },
  { city: 'New York', country: 'United States', weight: 6 },
  { city: 'Chicago', country: 'United States', weight: 3 },
  { city: 'Portland', country: 'United States', weight: 2 },
  { city: 'Toronto', country: 'Canada', weight: 3 },
  { city: 'Singapore', country: 'Singapore', weight: 2 },
  { city: 'Sydney', country: 'Australia', weight: 2 },
  { city: 'Nairobi', country: 'Kenya', weight: 2 },
  { city: 'São Paulo', country: 'Brazil', weight: 2 },
  { city: '', country: '', weight: 30 },
];
const living = towns.flatMap(({ weight, ...town }) => Array.from({ length: weight }, () => town));

const firstNames =
  'Ada Amund Anaya Astrid Bela Bjørn Carla Dag Devi Eira Elias Emil Farah Frida Gaute Hanna Henrik Ida Idris Ingrid Ivar Jana Jonas Kari Kiran Lars Leila Liv Magnus Maya Mikkel Nora Olav Petra Ragnhild Rohan Sara Sigrid Sven Tiril';
const lastNames =
  'Aasen Berg Bhatt Brandt Clarke Dahl Desai Eide Falk Foss Grieg Haugen Holm Iversen Jensen Kapoor Krog Lie Lund Lykke Mehta Moen Moss Nygaard Palm Quist Rask Rossi Sand Solberg Strand Svensson Thorne Vik Weiss Wold';

/** How busy a jeweller is: the weeks before Christmas, Valentine's Day and the weddings of early summer. */
const months = [0.35, 0.65, 0.35, 0.4, 0.6, 0.65, 0.3, 0.35, 0.4, 0.45, 0.65, 1];
/** From Sunday, on which the shop is closed, to the full Saturday. */
const weekdays = [0, 0.55, 0.55, 0.6, 0.7, 0.85, 1];

const dayMs = 86_400_000;
const days = 730;
const dayOf = (today: string, ago: number): string =>
  new Date(Date.parse(`${today}T00:00:00Z`) - ago * dayMs).toISOString().slice(0, 10);

type Asked = { today: string; customers: number; seed: number };

/**
 * Two years of a jeweller's payments up to today, as a file to import. Each customer buys at a pace of their own until
 * one day they no longer do, which is how people buy; the same day and seed is the same file.
 */
export function paymentHistory({ today, customers, seed }: Asked): string {
  const luck = chance(seed);
  const names = namesOf(customers, luck);
  const lines = names.flatMap((name, at) => {
    const { city, country } = luck.oneOf(living);
    const born = luck.draw() < 0.7 ? dayOf(today, luck.between(20 * 365, 78 * 365)) : '';
    const mean = 40 * Math.exp(luck.draw() * 3.4);
    const number = `M-${String(at + 1).padStart(4, '0')}`;
    return purchasesOf(today, luck).map((day) => {
      const amount = (mean * (0.6 + luck.draw() * 0.9)).toFixed(2);
      return [number, name, day, amount, city, country, born].join(',');
    });
  });
  return ['Customer number,Name,Date,Amount,City,Country,Date of birth', ...lines, ''].join('\n');
}

function namesOf(count: number, { oneOf }: Chance): string[] {
  const [first, last] = [firstNames.split(' '), lastNames.split(' ')];
  const names = new Set<string>();
  while (names.size < count) names.add(`${oneOf(first)} ${oneOf(last)}`);
  return [...names];
}

/** The days of one customer, at least one. */
function purchasesOf(today: string, luck: Chance): string[] {
  const pace = 6 + 130 * luck.draw() ** 2;
  const fickle = 0.03 + 0.25 * luck.draw();
  const found: string[] = [];
  const first = Math.floor(days * luck.draw() ** 0.6);
  for (let ago = first; ago >= 0; ago -= Math.ceil(-Math.log(1 - luck.draw()) * pace)) {
    const day = dayOf(today, ago);
    if (luck.draw() >= busynessOf(day)) continue;
    found.push(day);
    if (luck.draw() < fickle) break;
  }
  return found.length > 0 ? found : [dayOf(today, first)];
}

function busynessOf(day: string): number {
  const date = new Date(`${day}T00:00:00Z`);
  return months[date.getUTCMonth()]! * weekdays[date.getUTCDay()]!;
}
