import { HttpRequest, InvocationContext } from '@azure/functions';
import { expect, test } from 'vitest';
import { problems } from '#domain/kernel/problem.ts';
import { type ProducedFile, route } from '#domain/kernel/route.ts';
import { handlerOf } from './serve.ts';
import { globSync, readFileSync } from 'node:fs';

const things = route({ method: 'GET', path: 'things', summary: 'A file', access: 'public', produces: 'text/csv' });
const answerOf = async (produce: () => Promise<ProducedFile>) => {
  const request = new HttpRequest({ method: 'GET', url: 'http://localhost/api/things' });
  const { status, headers, body } = await handlerOf('things', things, produce)(request, new InvocationContext());
  return new Response(body as BodyInit, { status: status ?? 0, headers: headers as Record<string, string> });
};

test('a produced file goes out as it is made, under its name, and is not kept by anybody on the way', async () => {
  let asked = 0;
  async function* text() {
    for (const line of ['Åse,1\r\n', 'Bo,2\r\n']) {
      asked += 1;
      yield line;
    }
  }
  const answer = await answerOf(async () => ({ fileName: 'things.csv', text: text() }));
  expect(asked).toBeLessThan(2);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(answer.headers.get('content-disposition')).toBe('attachment; filename="things.csv"');
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(await answer.text()).toBe('Åse,1\r\nBo,2\r\n');
});

test('ASVS 5.4.2 the name a file is served under is made of our own words and days, never of what somebody typed', () => {
  const named = globSync('functions/**/*.ts')
    .filter((file) => !file.endsWith('.test.ts'))
    .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/return \{ fileName: (['`].*?['`]), text/g)])
    .map((match) => match[1]!);
  expect(named.length).toBeGreaterThan(4);
  for (const name of named)
    expect(name).toMatch(
      /^(?:'[\w-]+\.csv'|`[\w-]+\$\{dayIn\(.*\)\}\.csv`|`[\w-]+\$\{by\}-\$\{from\}-\$\{to\}\.csv`)$/,
    );
});

test('a file that cannot be begun is a problem like any other', async () => {
  const answer = await answerOf(async () => {
    throw problems.notFound('The list');
  });
  expect([answer.status, answer.headers.get('content-type')]).toEqual([404, 'application/problem+json']);
});
