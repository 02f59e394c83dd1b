import { problems } from '#domain/kernel/problem.ts';
import type { ProducedFile } from '#domain/kernel/route.ts';
import type { Work } from '#functions/work.ts';

export async function readErrors({ imports }: Work, importId: string): Promise<ProducedFile> {
  const job = await imports.get(importId);
  const csv = job.preview && (await imports.errors(job));
  if (csv === null) throw problems.notFound('The error file');
  return { fileName: 'import-errors.csv', text: parts(csv) };
}

async function* parts(text: string): AsyncIterable<string> {
  yield text;
}
