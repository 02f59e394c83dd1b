import { expect, test } from 'vitest';
import type { AuditEntry } from '#domain/audit/entry.ts';
import { AuditNote } from '#domain/audit/entry.ts';
import { auditRoutes } from '#domain/audit/routes.ts';
import { memberRoutes } from '#domain/members/routes.ts';
import { answer } from '#web/testing/answer.ts';
import { make } from '#web/testing/make.ts';
import { renderPage, signedInAs } from '#web/testing/render-page.tsx';

const ines = make.member();
const dipika = make.member({ name: 'Dipika Sarraf', email: 'dipika@example.com', role: 'customer' });
const by = { memberId: ines.id, name: ines.name };

const entry = (seq: number, note: AuditNote): AuditEntry => ({
  ...AuditNote.parse(note),
  seq,
  at: '2026-11-20T09:31:00.000Z',
  prev: 'before',
  hash: `hash ${seq}`,
});
const all = [
  entry(2, {
    action: 'member-verified',
    by,
    on: { kind: 'member', id: dipika.id, name: dipika.name },
    address: '203.0.113.7',
  }),
  entry(1, { action: 'signed-in', by, detail: { way: 'password' } }),
];

function answerAudit() {
  const asked: object[] = [];
  answer(memberRoutes.list, { items: [], nextCursor: null });
  answer(memberRoutes.count, { count: 0, isCapped: false });
  answer(auditRoutes.list, ({ query: { limit: _, ...query } }) => {
    asked.push(query);
    return { items: all.filter(({ action }) => query.action?.includes(action) ?? true), nextCursor: null };
  });
  return asked;
}

test('F088: the log says who did what in sentences, with where and when', async () => {
  signedInAs('admin');
  answerAudit();
  const page = await renderPage('/audit');
  const table = page.getByRole('table', { name: 'Audit log' });
  await expect.element(table.getByText('Ines Halvorsen verified Dipika Sarraf')).toBeVisible();
  await expect.element(table.getByText('Ines Halvorsen signed in by password')).toBeVisible();
  await expect.element(table.getByText('203.0.113.7')).toBeVisible();
  await expect.element(page.getByRole('navigation').getByRole('link', { name: 'Audit log' })).toBeVisible();
});

test('F088: filters stand in the address, narrow the list, and are what is exported', async () => {
  signedInAs('admin');
  const asked = answerAudit();
  const page = await renderPage('/audit');
  await page.getByRole('button', { name: 'ACTION' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Member verified' }).click();
  await expect.element(page.getByText('Ines Halvorsen signed in by password')).not.toBeInTheDocument();
  await page.getByLabelText('From').fill('2026-11-01');
  expect(page.path()).toBe('/audit?action=member-verified&from=2026-11-01');
  await expect.poll(() => asked.at(-1)).toEqual({ action: ['member-verified'], from: '2026-11-01' });
  await expect
    .element(page.getByRole('link', { name: 'Export CSV' }))
    .toHaveAttribute('href', '/api/audit/export?action=member-verified&from=2026-11-01');
});

test('a link to what one person did names the person in the field', async () => {
  signedInAs('admin');
  const asked = answerAudit();
  answer(memberRoutes.get, { ...ines, tasksAssigned: 0, assignedPeople: 0 });
  const page = await renderPage(`/audit?by=${ines.id}`);
  await expect.element(page.getByRole('combobox', { name: 'Who' })).toHaveValue('Ines Halvorsen · ines@example.com');
  expect(asked[0]).toEqual({ memberId: ines.id });
});

test('an employee sees their own acts, and is offered nobody else and no file', async () => {
  signedInAs('employee');
  answerAudit();
  const page = await renderPage('/audit');
  await expect.element(page.getByText('What you did yourself')).toBeVisible();
  expect(page.getByRole('combobox', { name: 'Who' }).elements()).toEqual([]);
  expect(page.getByRole('link', { name: 'Export CSV' }).elements()).toEqual([]);
});

test('F088: a customer cannot open the log', async () => {
  signedInAs('customer');
  answerAudit();
  const page = await renderPage('/audit');
  await expect.element(page.getByText('This page is not open to you')).toBeVisible();
});
