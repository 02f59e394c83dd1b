import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { expect, onTestFinished, test } from 'vitest';
import { askAgain } from './ask-again.ts';

/** A query on a page, whose answers the test gives when it likes; `asked` counts how often they were asked for. */
function watch(queries: QueryClient) {
  const answers = [Promise.withResolvers<string>(), Promise.withResolvers<string>()];
  const asked: number[] = [];
  const observer = new QueryObserver(queries, {
    queryKey: ['payments', 'one'],
    queryFn: () => answers[asked.push(asked.length) - 1]!.promise,
    staleTime: Infinity,
    retry: false,
  });
  onTestFinished(observer.subscribe(() => undefined));
  return { answers, asked, shown: () => observer.getCurrentResult().data };
}

test.each([
  ['says how it stood before', (first: PromiseWithResolvers<string>) => first.resolve('before')],
  ['fails', (first: PromiseWithResolvers<string>) => first.reject(new Error('There is none yet'))],
])('a first answer that is on its way when an event comes, and %s, is asked for once more', async (_, end) => {
  const queries = new QueryClient();
  const { answers, asked, shown } = watch(queries);
  const done = askAgain(queries, 'payments');
  end(answers[0]!);
  answers[1]!.resolve('after');
  await done;
  expect(shown()).toBe('after');
  expect(asked).toHaveLength(2);
});

test('what is here already is asked for once', async () => {
  const queries = new QueryClient();
  queries.setQueryData(['payments', 'one'], 'before');
  const { answers, asked, shown } = watch(queries);
  answers[0]!.resolve('after');
  await askAgain(queries, 'payments');
  expect(shown()).toBe('after');
  expect(asked).toHaveLength(1);
});
