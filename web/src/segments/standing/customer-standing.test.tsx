import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { customerRoutes } from '#domain/customers/routes.ts';
import { fileRoutes } from '#domain/files/routes.ts';
import { memberRoutes } from '#domain/members/routes.ts';
import type { CustomerStanding } from '#domain/segments/explain.ts';
import { segmentRoutes } from '#domain/segments/routes.ts';
import { answer } from '#web/testing/answer.ts';
import { goLive, sendLive } from '#web/testing/live.ts';
import { makeScored } from '#web/testing/make-scored.ts';
import { makeStanding } from '#web/testing/make-standing.ts';
import { renderPage, signedInAs } from '#web/testing/render-page.tsx';

/** A customer's page; what is told of them can be changed under it. */
async function customerPage(standing: CustomerStanding) {
  const stored = { standing };
  signedInAs('manager');
  answer(memberRoutes.list, { items: [], nextCursor: null });
  answer(fileRoutes.ofCustomer, { items: [] });
  answer(customerRoutes.get, standing.customer);
  answer(segmentRoutes.standing, () => stored.standing);
  const page = await renderPage(`/customers/${standing.customer.id}`);
  return { page, stored, scores: page.getByRole('region', { name: 'Scores' }) };
}

describe('one customer explained', () => {
  test('F244 F252: each score stands with its value, its steps and what it says among the others', async () => {
    const { scores } = await customerPage(makeStanding());

    await expect.element(scores.getByRole('heading', { name: 'At Risk' })).toBeVisible();
    await expect.element(scores.getByText('Composite 67 of 100')).toBeVisible();
    await expect.element(scores.getByText(/^They spend well and came often, and have not paid/)).toBeVisible();
    const [recency, frequency, monetary] = scores.getByRole('list', { name: 'Scores' }).getByRole('listitem').all();
    await expect.element(recency!).toMatchTextContent(/^Recency96 days/);
    await expect.element(recency!).toMatchTextContent(/2 of 5Paid more recently than 31 % of your customers$/);
    await expect.element(recency!).toMatchTextContent(/Scores of 2, 3, 4 and 5 begin at 120 d, 78 d, 41 d, 14 d\./);
    await expect.element(frequency!).toMatchTextContent(/4 payments/);
    await expect.element(monetary!).toMatchTextContent(/\$1,420\.00/);
    await expect.element(monetary!).toMatchTextContent(/\$64, \$132, \$265, \$540/);
  });

  test('F250: without a place the population score is left out, and a place can be added there', async () => {
    const { page, scores } = await customerPage(makeStanding());

    const population = scores.getByRole('listitem').filter({ hasText: 'Population' });
    await expect.element(population).toMatchTextContent(/no placeLeft out, not guessed/);
    await population.getByRole('button', { name: 'Add a place' }).click();
    await expect.element(page.getByRole('dialog', { name: 'Facts about Hugo Falkenrath' })).toBeVisible();
  });

  test('it says what one more payment would do, or nothing where it changes nothing', async () => {
    const { scores, stored } = await customerPage(makeStanding());
    await expect
      .element(scores.getByRole('note'))
      .toHaveTextContent(
        'One usual payment of $355.00 today would move them to Champions: recency 5, frequency 4, monetary 5.',
      );
    await goLive();

    stored.standing = makeStanding({ next: null });
    sendLive({ kind: 'segments.changed', version: 2 });
    await expect.element(scores.getByRole('note')).not.toBeInTheDocument();
  });

  test('F247: a payment moves the open customer without a reload', async () => {
    const { scores, stored } = await customerPage(makeStanding());
    await expect.element(scores.getByRole('heading', { name: 'At Risk' })).toBeVisible();
    await goLive();

    stored.standing = makeStanding({ customer: makeScored({ segment: 'Champions', composite: 92 }) });
    sendLive({ kind: 'segments.changed', version: 2 });

    await expect.element(scores.getByRole('heading', { name: 'Champions' })).toBeVisible();
    await expect.element(scores.getByText('Composite 92 of 100')).toBeVisible();
  });

  test('the path is drawn since the last payment or over the year, and stands as a table, by keyboard too', async () => {
    const { scores } = await customerPage(makeStanding());
    const path = scores.getByRole('region', { name: 'Path' });
    await expect
      .element(path.getByRole('img', { name: 'Recency score from 5 on 16 Aug 2026, paid $540.00 to 2 today' }))
      .toBeVisible();

    path.getByText('Show as a table').element().focus();
    await userEvent.keyboard('{Enter}');
    const rows = () => [...path.element().querySelectorAll('tbody tr')].map((row) => row.textContent);
    expect(rows()).toEqual([
      '16 Aug 2026Champions545',
      '30 Aug 2026Loyal Customers445',
      '27 Sept 2026Loyal Customers345',
      '1 Nov 2026At Risk245',
    ]);

    path.getByRole('button', { name: 'Show the year' }).element().focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(path.getByRole('heading', { name: 'Their path through the segments' })).toBeVisible();
    expect(rows()[0]).toBe('23 Nov 2025New Customers512');
    await expect.element(path.getByRole('button', { name: 'Since the last payment' })).toBeVisible();
  });

  test('before weeks were kept the path says when it comes', async () => {
    const standing = makeStanding();
    const { scores } = await customerPage({ ...standing, path: [{ ...standing.path.at(-1)!, on: standing.today }] });
    await expect.element(scores.getByText(/told after the next nightly comparison/)).toBeVisible();
  });

  test('F334: what is expected of them says by which rule', async () => {
    const model = {
      expectedPurchases: 3.26,
      value: 112_345,
      basis: 'model',
      chanceAlive: 0.83,
      isGone: false,
    } as const;
    const { scores, stored } = await customerPage(makeStanding({ forecast: model, group: 'Recent, frequent' }));
    await expect.element(scores.getByText('3.3 purchases expected, worth $1,123.45')).toBeVisible();
    await expect.element(scores.getByText('83 % likely, by how often they came')).toBeVisible();
    await expect.element(scores.getByRole('link', { name: 'Recent, frequent' })).toBeVisible();
    await goLive();

    const once = { ...model, basis: 'recency-rule', chanceAlive: null, isGone: true } as const;
    stored.standing = makeStanding({ forecast: once });
    sendLive({ kind: 'rebuild.changed' });
    await expect.element(scores.getByText(/^Likely not: after one purchase day/)).toBeVisible();
  });

  test('of who has not paid there are no scores, and it says so', async () => {
    const { scores } = await customerPage(
      makeStanding({
        customer: makeScored({ segment: 'No Purchases', measures: null, scores: null, composite: null }),
        scores: (['recency', 'frequency', 'monetary', 'population'] as const).map((measure) => ({
          measure,
          score: null,
          value: null,
          steps: null,
          above: null,
          words: 'No payment yet',
        })),
        words: 'They have not paid yet, so there is nothing to score.',
        next: null,
        path: [],
        lastPaid: null,
      }),
    );
    await expect.element(scores.getByText('They have not paid yet, so there is nothing to score.')).toBeVisible();
    expect(scores.getByText('No payment yet').elements()).toHaveLength(4);
    expect(scores.getByText('no score').elements()).toHaveLength(4);
  });
});
