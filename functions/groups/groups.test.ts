import { expect, test } from 'vitest';
import { groupOf } from '#domain/groups/group-of.ts';
import { usualSettings } from '#domain/segments/settings.ts';
import { dayNumber, measuresAt, payersOf, unknownDay } from '#domain/segments/payers.ts';
import { summarise } from '#domain/segments/summarise.ts';
import { historyOf } from '#domain/segments/history.ts';
import { withCrm } from '#functions/testing/with-crm.ts';
import { makeGroups } from './make-groups.ts';

const day = '2026-11-20';

/** Thirty who came yesterday and spend much, thirty who came once long ago, thirty in between. */
function basis() {
  const payers = payersOf(90);
  for (let at = 0; at < 90; at += 1) {
    const kind = at % 3;
    const recencyDays = [1, 400, 60][kind]! + (at % 5);
    payers.ids[at * 16 + 15] = at;
    payers.firstPaidOn[at] = payers.lastPaidOn[at] = dayNumber(day) - recencyDays;
    payers.days[at] = payers.frequency[at] = [12, 1, 4][kind]!;
    payers.monetary[at] = [300_000, 900, 15_000][kind]! + at * 10;
    payers.market[at] = NaN;
    payers.bornOn[at] = unknownDay;
  }
  const { cuts } = summarise(payers, { bins: usualSettings.bins, today: day });
  return { history: historyOf([]), payers, cuts: cuts!, settings: usualSettings, day, placed: [] };
}

test(
  'F251 the night keeps the groups, and each business has its own',
  withCrm(async (crm) => {
    const work = await crm.work('admin');
    expect(await work.groups.read()).toBeNull();

    const { payers, ...rest } = basis();
    await makeGroups(crm.system(), { payers, ...rest });
    const groups = await work.groups.read();
    expect(groups).toMatchObject({ day, customers: 90, kMeans: { isWeak: false } });
    expect(groups!.kMeans!.groups.map(({ customers }) => customers)).toEqual([30, 30, 30]);
    expect(groupOf(groups!, measuresAt(payers, 0), day)).toBe('Recent, frequent, high spend');

    expect(await crm.system().in(crm.system().newId()).groups.read()).toBeNull();
  }),
);
