import { problems } from '#domain/kernel/problem.ts';
import { mayWrite, schema } from '#domain/schema/schema.ts';
import { database } from '#functions/platform/cosmos.ts';
import { sharedAnswer } from '#functions/platform/shared-answer.ts';
import { storedVersionIn } from './stored-version.ts';

/** For so long a program goes on writing when another one has raised the version: a read for every write costs more. */
const keptMs = 5000;

const stored = storedVersionIn(database);
const kept = sharedAnswer(keptMs, (_: null) => stored.read());

/** What is stored, as this process saw it in the last seconds. */
export const storedVersion = (now: Date): Promise<number> => kept(now, null);

/** Whoever is about to write asks first. Reading goes on. */
export async function refuseOtherSchema(now: Date): Promise<void> {
  const version = await storedVersion(now);
  if (!mayWrite(schema, version)) throw problems.otherSchema(schema.version, version);
}
