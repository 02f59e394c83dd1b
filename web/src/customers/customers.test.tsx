import { describe, expect, test } from 'vitest';
import { customerRoutes } from '#domain/customers/routes.ts';
import { fileRoutes } from '#domain/files/routes.ts';
import { ProblemError, problems } from '#domain/kernel/problem.ts';
import { memberRoutes } from '#domain/members/routes.ts';
import { segmentRoutes } from '#domain/segments/routes.ts';
import { answer } from '#web/testing/answer.ts';
import { makeScored } from '#web/testing/make-scored.ts';
import { makeStanding } from '#web/testing/make-standing.ts';
import { renderPage, signedInAs } from '#web/testing/render-page.tsx';

const dipika = makeScored({ reference: '00017' });
const known = makeScored({ name: '00042', email: null, reference: '00042', segment: 'At Risk' });

function answerCustomers() {
  answer(memberRoutes.list, { items: [], nextCursor: null });
  answer(customerRoutes.list, ({ query: { q = '' } }) => ({
    items: [dipika, known].filter(({ name, email, reference }) => `${name} ${email} ${reference}`.includes(q)),
    nextCursor: null,
  }));
  answer(fileRoutes.ofCustomer, { items: [] });
  answer(segmentRoutes.standing, ({ params }) => {
    if (params.customerId !== dipika.id) throw problems.notFound('The customer');
    return makeStanding();
  });
  answer(customerRoutes.get, ({ params }) => {
    const found = [dipika, known].find(({ id }) => id === params.customerId);
    if (!found) throw problems.notFound('The customer');
    return found;
  });
}

describe('the customers', () => {
  test('F270: stand with their reference, measures and segment', async () => {
    signedInAs('admin');
    answerCustomers();
    const page = await renderPage('/customers');

    const table = page.getByRole('table', { name: 'Customers' });
    await expect.element(table.getByRole('cell', { name: '00017' })).toBeVisible();
    expect([...table.element().querySelectorAll('th')].map((head) => head.textContent)).toEqual([
      '',
      'Name',
      'Email',
      'Reference',
      'Recency (days)',
      'Frequency',
      'Total Spend ($)',
      'Segment',
    ]);
  });

  test('F315: are found by what is typed, and the search stands in the address', async () => {
    signedInAs('manager');
    answerCustomers();
    const page = await renderPage('/customers');
    await expect.element(page.getByRole('link', { name: /Dipika/ })).toBeVisible();

    await page.getByLabelText('Search customers').fill('00042');

    await expect.element(page.getByRole('link', { name: /Dipika/ })).not.toBeInTheDocument();
    await expect.element(page.getByRole('link', { name: /00042/ })).toBeVisible();
    expect(page.path()).toContain('00042');
  });

  test('a search without a match names it and leads back to all', async () => {
    signedInAs('admin');
    answerCustomers();
    const page = await renderPage('/customers?q=sapphire');

    await expect.element(page.getByRole('heading', { name: 'No customer matches “sapphire”' })).toBeVisible();
    await page.getByRole('button', { name: 'Clear the search' }).click();
    await expect.element(page.getByRole('link', { name: /Dipika/ })).toBeVisible();
  });

  test('F269: a list that does not arrive says so, and Retry brings it', async () => {
    signedInAs('admin');
    answerCustomers();
    answer(customerRoutes.list, () => {
      throw new ProblemError({ type: '/problems/invalid-request', title: 'The request is not valid', status: 400 });
    });
    const page = await renderPage('/customers');
    await expect.element(page.getByText('The request is not valid')).toBeVisible();

    answerCustomers();
    await page.getByRole('button', { name: 'Retry' }).click();
    await expect.element(page.getByRole('link', { name: /Dipika/ })).toBeVisible();
  });
});

describe('one customer', () => {
  test('F276: shows facts, the segment and the scores in words', async () => {
    signedInAs('admin');
    answerCustomers();
    const page = await renderPage(`/customers/${dipika.id}`);

    await expect.element(page.getByRole('heading', { level: 1, name: 'Dipika Sarraf' })).toBeVisible();
    const scores = page.getByRole('region', { name: 'Scores' });
    await expect.element(scores.getByRole('heading', { name: 'At Risk' })).toBeVisible();
    await expect.element(scores.getByText('Spent more than 92 % of your customers')).toBeVisible();
    await expect
      .element(page.getByRole('link', { name: 'Show payments' }))
      .toHaveAttribute('href', `/payments?customer=${dipika.id}`);
  });

  test('of another business is not here', async () => {
    signedInAs('admin');
    answerCustomers();
    const page = await renderPage(`/customers/${crypto.randomUUID()}`);
    await expect.element(page.getByRole('heading', { name: 'This customer is not here' })).toBeVisible();
  });
});
