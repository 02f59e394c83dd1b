import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { randomFrom } from '#domain/groups/random.ts';
import { countOf, dayNumber, type Payers, payersOf } from '#domain/segments/payers.ts';

export const today = '2026-11-20';

/**
 * Customers as shops have them: most have paid once or twice and have not come for long, few spend much, one in ten has no
 * place. The same size is the same customers.
 */
export function somePayers(count: number): Payers {
  const random = randomFrom(count);
  const bell = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const towns = Array.from({ length: 25_000 }, () => Math.round((11 + bell() * 1.5) * 1e9) / 1e9);
  const payers = payersOf(count);
  for (let at = 0; at < count; at += 1) {
    payers.lastPaidOn[at] = dayNumber(today) - Math.min(1500, Math.floor(-Math.log(1 - random()) * 200));
    payers.frequency[at] = 1 + Math.floor(Math.exp(bell() * 1.1));
    payers.monetary[at] = Math.round(Math.exp(9.2 + bell() * 1.3));
    payers.market[at] = random() < 0.1 ? NaN : towns[Math.floor(random() * random() * towns.length)]!;
  }
  return payers;
}

/** For those who read no columns of ours: as bytes, and as CSV. */
export async function writeColumns(folder: string, payers: Payers): Promise<void> {
  const { lastPaidOn, frequency, monetary, market } = payers;
  for (const [name, column] of Object.entries({ lastPaidOn, frequency, monetary, market })) {
    await writeFile(join(folder, `${name}.bin`), column);
  }
  const lines = Array.from({ length: countOf(payers) }, (_, at) => {
    const place = market[at]!;
    return `${lastPaidOn[at]},${frequency[at]},${monetary[at]},${Number.isNaN(place) ? '' : place}\n`;
  });
  await writeFile(join(folder, 'payers.csv'), lines.join(''));
}
