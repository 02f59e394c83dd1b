import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { problems } from '#domain/kernel/problem.ts';
import { segmentRoutes } from '#domain/segments/routes.ts';
import { answer } from '#web/testing/answer.ts';
import { answerSegments, makeRow } from '#web/testing/answer-segments.ts';
import { makeSummary } from '#web/testing/make-scored.ts';
import { makeStanding } from '#web/testing/make-standing.ts';
import { renderPage } from '#web/testing/render-page.tsx';

const names = ['Dipika Sarraf', 'Hugo Falkenrath', 'Greta Vanholt'];

/** The segments page with three customers, each of whom can be explained. */
async function threeCustomers(open?: string) {
  const rows = names.map((name) => makeRow({ name, segment: 'At Risk' }));
  answerSegments(makeSummary({ 'At Risk': rows.length }, { payers: rows.length }), rows);
  answer(segmentRoutes.standing, ({ params }) => {
    const row = rows.find(({ id }) => id === params.customerId);
    if (!row) throw problems.notFound('The customer');
    return makeStanding({ customer: { ...makeStanding().customer, id: row.id, name: row.name } });
  });
  const idOf = (name: string) => rows.find((row) => row.name === name)?.id ?? crypto.randomUUID();
  const page = await renderPage(open === undefined ? '/segments' : `/segments?customer=${idOf(open)}`);
  const drawer = (name: string) => page.getByRole('dialog', { name: `Why ${name} is in At Risk` });
  return { page, drawer, idOf };
}

describe('a customer beside the table', () => {
  test('opens by a click on the row and stands in the address; Escape closes it and gives the focus back', async () => {
    const { page, drawer, idOf } = await threeCustomers();
    await page.getByRole('link', { name: /Hugo Falkenrath/ }).click();

    await expect.element(drawer('Hugo Falkenrath').getByRole('heading', { name: 'At Risk' })).toBeVisible();
    await expect.poll(page.path).toBe(`/segments?customer=${idOf('Hugo Falkenrath')}`);
    expect(drawer('Hugo Falkenrath').element().contains(document.activeElement)).toBe(true);

    await userEvent.keyboard('{Escape}');
    await expect.element(drawer('Hugo Falkenrath')).not.toBeInTheDocument();
    await expect.element(page.getByRole('link', { name: /Hugo Falkenrath/ })).toHaveFocus();
    expect(page.path()).toBe('/segments');
  });

  test('walks to the customers before and after, and no further', async () => {
    const { drawer } = await threeCustomers('Hugo Falkenrath');
    await drawer('Hugo Falkenrath').getByRole('button', { name: 'Next customer' }).click();
    await expect.element(drawer('Greta Vanholt')).toBeVisible();
    await expect.element(drawer('Greta Vanholt').getByRole('button', { name: 'Next customer' })).toBeDisabled();

    await drawer('Greta Vanholt').getByRole('button', { name: 'Previous customer' }).click();
    await expect.element(drawer('Hugo Falkenrath')).toBeVisible();
  });

  test('leads to their page and to a letter', async () => {
    const { drawer, idOf } = await threeCustomers('Hugo Falkenrath');
    const hugo = drawer('Hugo Falkenrath');
    await expect
      .element(hugo.getByRole('link', { name: 'Open customer' }))
      .toHaveAttribute('href', `/customers/${idOf('Hugo Falkenrath')}`);
    await expect
      .element(hugo.getByRole('link', { name: 'Write to Hugo' }))
      .toHaveAttribute('href', 'mailto:hugo@example.com');
  });

  test('who is not here any more is said to be gone', async () => {
    const { page } = await threeCustomers('somebody of another business');
    const drawer = page.getByRole('dialog', { name: 'Customer' });
    await expect.element(drawer.getByRole('heading', { name: 'This customer is not here' })).toBeVisible();
    await drawer.getByRole('button', { name: 'Close' }).click();
    await expect.element(drawer).not.toBeInTheDocument();
  });
});
