import { setTimeout as wait } from 'node:timers/promises';
import { ProblemError } from '#domain/kernel/problem.ts';
import type { Chance } from './chance.ts';
import { type History, saidIn } from './room-history.ts';
import type { Tab } from './tab.ts';

const emojis = ['👍', '❤️', '🎉'];
/** How many of a hundred messages are followed by this. */
const often = { edit: 15, remove: 8, react: 20, read: 15, tunnel: 3 };
const inTunnel = 3;

type Ground = { tab: Tab; history: History; count: number; chance: Chance };

/** Says so many things, and mends, deletes, reacts, reads and loses the network in between. */
export async function talk(ground: Ground): Promise<void> {
  const { tab, count, chance } = ground;
  const mine: string[] = [];
  const happens = (what: keyof typeof often): boolean => chance.draw() * 100 < often[what];
  let said = 0;
  while (said < count) {
    const together = happens('tunnel') ? Math.min(inTunnel, count - said) : 1;
    const lines = Array.from({ length: together }, (_, at) => `line ${said + at + 1}`);
    mine.push(...(together > 1 ? await sayInTunnel(ground, lines) : [await say(ground, lines[0]!)]));
    said += together;
    if (happens('edit')) await edit(ground, chance.oneOf(mine), said);
    if (happens('remove') && mine.length > 1) await remove(ground, mine.splice(chance.between(0, mine.length), 1)[0]!);
    if (happens('react')) await react(ground);
    if (happens('read')) await tab.markRead();
    await wait(chance.between(0, 20));
  }
}

async function say({ tab, history }: Ground, text: string): Promise<string> {
  const { id } = await tab.say(text);
  saidIn(history, id).text = text;
  return id;
}

/** The first is on its way when the network goes, the others are written without one: all go out by themselves later. */
async function sayInTunnel(ground: Ground, [first = '', ...others]: readonly string[]): Promise<string[]> {
  const { tab, chance } = ground;
  const underWay = say(ground, first);
  tab.goOffline();
  const written = others.map((line) => say(ground, line));
  await wait(chance.between(0, 300));
  await tab.goOnline();
  return Promise.all([underWay, ...written]);
}

async function edit({ tab, history }: Ground, id: string, at: number): Promise<void> {
  const text = `mended after ${at}`;
  await tab.edit(id, text);
  saidIn(history, id).text = text;
}

async function remove({ tab, history }: Ground, id: string): Promise<void> {
  await tab.remove(id);
  saidIn(history, id).isDeleted = true;
}

/** To anything that is shown; whoever wrote it may delete it at that moment. */
async function react({ tab, history, chance }: Ground): Promise<void> {
  const shown = tab.messages().filter(({ deletedAt }) => deletedAt === null);
  if (shown.length === 0) return;
  const [{ id }, emoji] = [chance.oneOf(shown), chance.oneOf(emojis)];
  const key = `${tab.memberId} ${emoji}`;
  const { reactions } = saidIn(history, id);
  const on = !reactions.has(key);
  try {
    await tab.react(id, emoji, on);
  } catch (error) {
    if (error instanceof ProblemError && error.problem.status === 409) return;
    throw error;
  }
  if (on) reactions.add(key);
  else reactions.delete(key);
}
