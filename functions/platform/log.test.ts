import { HttpRequest, InvocationContext } from '@azure/functions';
import { beforeAll, expect, inject, test } from 'vitest';
import { problems } from '#domain/kernel/problem.ts';
import { route } from '#domain/kernel/route.ts';
import { handlerOf } from '#functions/serve.ts';
import { container } from './cosmos.ts';
import { setAside } from './dead-letters.ts';
import { workInOneLine } from './log.ts';
import { report } from './report.ts';
import { flushTelemetry } from './telemetry.ts';

const things = route({ method: 'GET', path: 'things', summary: 'Things', access: 'public' });
const asFile = route({ method: 'GET', path: 'file', summary: 'A file', access: 'public', produces: 'text/csv' });
const request = () => new HttpRequest({ method: 'GET', url: 'http://localhost/api/things?q=Ada' });

/** A run of a function, the lines it writes, and what Application Insights was told of it. */
function runOfFunction() {
  const lines: Record<string, unknown>[] = [];
  const invocationId = crypto.randomUUID();
  const context = new InvocationContext({
    invocationId,
    logHandler: (_level, line) => void lines.push(JSON.parse(String(line)) as Record<string, unknown>),
  });
  const told = async () => {
    await flushTelemetry();
    const operation = invocationId.replaceAll('-', '');
    const response = await fetch(`${inject('settings')['INSIGHTS_API']}/items?operation=${operation}`);
    return (await response.json()) as { kind: string; facts: Record<string, string> }[];
  };
  return { context, lines, told, invocationId };
}

const readOnce = () => container('tasks').item('nobody', 'nobody').read();
// The first of all asks for more: where the database is, and how the container is keyed.
beforeAll(readOnce);

test('F407 a request is one line: name, status, time, charge, operations and invocation', async () => {
  const { context, lines, told, invocationId } = runOfFunction();
  await handlerOf('things-list', things, async () => void (await readOnce()))(request(), context);
  const line = {
    name: 'things-list',
    trigger: 'http',
    status: 204,
    charge: 1,
    operations: 1,
    invocation: invocationId,
  };
  expect(lines).toEqual([{ ...line, ms: expect.any(Number) as number }]);
  expect(await told()).toMatchObject([
    { kind: 'request', name: 'things-list', status: '204', isFailed: false, facts: { charge: '1', operations: '1' } },
  ]);
});

test('what the caller did wrong is no failure of ours, and no error is told', async () => {
  const { context, lines, told } = runOfFunction();
  const refuse = () => Promise.reject(problems.notFound('The thing'));
  await handlerOf('things-list', things, refuse)(request(), context);
  expect(lines).toMatchObject([{ status: 404 }]);
  expect(await told()).toMatchObject([{ kind: 'request', status: '404', isFailed: false }]);
});

test('a defect is told beside the line, with its kind and place and without its words', async () => {
  const { context, lines, told, invocationId } = runOfFunction();
  const fail = () => Promise.reject(new RangeError('Ada Lovelace'));
  const { status, body } = await handlerOf('things-list', things, fail)(request(), context);
  expect([status, JSON.parse(body as string)]).toMatchObject([500, { instance: invocationId }]);
  expect(lines).toMatchObject([{ name: 'things-list', error: { type: 'RangeError' } }, { status: 500 }]);
  const rows = await told();
  expect(rows.map(({ kind }) => kind).toSorted()).toEqual(['exception', 'request']);
  expect(JSON.stringify([lines, rows])).not.toContain('Ada');
});

test('a file that is made while it is sent is charged to its end', async () => {
  const { context, lines } = runOfFunction();
  async function* text() {
    yield 'one';
    await readOnce();
    yield 'two';
  }
  const { body } = await handlerOf('things-file', asFile, async () => ({ fileName: 'a.csv', text: text() }))(
    request(),
    context,
  );
  expect(lines).toEqual([]);
  expect(await new Response(body as BodyInit).text()).toBe('onetwo');
  expect(lines).toMatchObject([{ name: 'things-file', status: 200, operations: 1 }]);
});

test('a file that breaks off half-way is a failure', async () => {
  const { context, lines, told } = runOfFunction();
  async function* text() {
    yield 'one';
    throw new Error('Ada Lovelace');
  }
  const { body } = await handlerOf('things-file', asFile, async () => ({ fileName: 'a.csv', text: text() }))(
    request(),
    context,
  );
  await expect(new Response(body as BodyInit).text()).rejects.toThrow('see its line');
  expect(lines).toMatchObject([{ error: { type: 'Error' } }, { status: 200 }]);
  expect(await told()).toContainEqual(expect.objectContaining({ kind: 'request', isFailed: true }));
});

test('a feed that fails says so in its line, and the host hears nothing of what was in it', async () => {
  const { context, lines, told } = runOfFunction();
  const fail = () => Promise.reject(new Error('Ada Lovelace'));
  await expect(workInOneLine({ name: 'a-feed', trigger: 'feed' }, context, fail)).rejects.not.toThrow(/Ada/);
  expect(lines).toMatchObject([{ error: { type: 'Error' } }, { name: 'a-feed', trigger: 'feed', outcome: 'failed' }]);
  expect(await told()).toContainEqual(expect.objectContaining({ kind: 'request', name: 'a-feed', isFailed: true }));
});

test('a dead letter is an event that an alert can count, and its reason stays with the letter', async () => {
  const { context, lines, told } = runOfFunction();
  const letter = { workspaceId: crypto.randomUUID(), source: 'a-feed', documentId: crypto.randomUUID() };
  await workInOneLine({ name: 'a-feed', trigger: 'feed' }, context, () =>
    setAside({ ...letter, reason: 'Ada Lovelace', at: new Date() }),
  );
  expect(lines).toMatchObject([
    { event: 'dead_letter', source: 'a-feed', document: letter.documentId },
    { outcome: 'ok' },
  ]);
  const facts = { source: 'a-feed', workspace: letter.workspaceId, document: letter.documentId };
  expect(await told()).toContainEqual(expect.objectContaining({ kind: 'event', name: 'dead_letter' }));
  expect((await told()).find(({ kind }) => kind === 'event')?.facts).toMatchObject(facts);
  expect(JSON.stringify([lines, await told()])).not.toContain('Ada');
});

test('what is reported where nothing runs is told to nobody', () => {
  expect(() => report(new Error('x'))).not.toThrow();
});
