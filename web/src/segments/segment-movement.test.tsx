import { describe, expect, test } from 'vitest';
import type { Moved } from '#domain/trends/trend.ts';
import { trendRoutes } from '#domain/trends/routes.ts';
import { answer } from '#web/testing/answer.ts';
import { answerSegments } from '#web/testing/answer-segments.ts';
import { makeSummary } from '#web/testing/make-scored.ts';
import { renderPage } from '#web/testing/render-page.tsx';

const summary = makeSummary({ Champions: 7, 'At Risk': 2 }, { payers: 9 });

describe('who moved this week', () => {
  test('a card says how many more or fewer, and leads to those who came and went', async () => {
    const stored = answerSegments(summary);
    stored.movement = {
      since: '2026-11-15',
      segments: [
        { segment: 'Champions', in: 5, out: 1 },
        { segment: 'At Risk', in: 2, out: 5 },
        { segment: 'Hibernating', in: 0, out: 0 },
      ],
    };
    const moved: Record<'in' | 'out', Moved[]> = {
      in: [
        { id: crypto.randomUUID(), name: 'Caspian Wren', from: 'No Purchases', to: 'Champions' },
        { id: crypto.randomUUID(), name: 'Odile Marchetti', from: 'At Risk', to: 'Champions' },
      ],
      out: [{ id: crypto.randomUUID(), name: 'Hugo Falkenrath', from: 'Champions', to: 'Loyal Customers' }],
    };
    answer(trendRoutes.moved, ({ query: { way } }) => ({ items: moved[way], total: way === 'in' ? 5 : 1 }));
    const page = await renderPage('/segments');
    await expect
      .element(page.getByRole('button', { name: 'At Risk: 2 in and 5 out since 15 Nov 2026' }))
      .toHaveTextContent('3');
    const champions = page.getByRole('button', { name: 'Champions: 5 in and 1 out since 15 Nov 2026' });
    await expect.element(champions).toHaveTextContent('4');
    await champions.click();

    const drawer = page.getByRole('dialog', { name: 'Champions: who moved since 15 Nov 2026' });
    const came = drawer.getByRole('region', { name: 'In' });
    await expect.element(came.getByRole('link', { name: 'Caspian Wren' })).toBeVisible();
    await expect.element(came.getByText('was without a payment')).toBeVisible();
    await expect.element(came.getByText('was At Risk')).toBeVisible();
    await expect.element(came.getByText('and 3 who spent less')).toBeVisible();
    const went = drawer.getByRole('region', { name: 'Out' });
    await expect.element(went.getByRole('link', { name: 'Hugo Falkenrath' })).toBeVisible();
    await expect.element(went.getByText('now Loyal Customers')).toBeVisible();
  });

  test('before the first comparison no card speaks of a change', async () => {
    answerSegments(summary);
    const page = await renderPage('/segments');
    await expect.element(page.getByRole('link', { name: 'Champions 7' })).toBeVisible();
    expect(page.getByText('no change').elements()).toEqual([]);
  });
});
