import { MantineProvider } from '@mantine/core';
import { expect, test, vi } from 'vitest';
import { page as browser } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { cssVariablesResolver, theme } from '#web/theme.ts';
import { ConflictDialog, type ConflictField } from './conflict.tsx';

const fields = [
  { label: 'Title', mine: 'Ring resize, N to P', theirs: 'Ring resize, N to Q' },
  { label: 'Due', mine: '2 March', theirs: '9 March' },
];

async function open(conflicts: readonly ConflictField[] = fields) {
  const acts = { onKeep: vi.fn(), onTake: vi.fn(), onClose: vi.fn() };
  const page = await render(
    <MantineProvider theme={theme} cssVariablesResolver={cssVariablesResolver}>
      <ConflictDialog name="Ring resize" fields={conflicts} {...acts} />
    </MantineProvider>,
  );
  return { dialog: page.getByRole('dialog', { name: 'Ring resize was changed by somebody else' }), acts };
}

test('both values of each field stand side by side', async () => {
  const { dialog } = await open();
  await expect
    .element(dialog.getByRole('row', { name: 'Title Ring resize, N to Q Ring resize, N to P' }))
    .toBeVisible();
  await expect.element(dialog.getByRole('row', { name: 'Due 9 March 2 March' })).toBeVisible();
});

test('where nothing of what was typed is touched, that is said in the place of a table', async () => {
  const { dialog } = await open([]);
  await expect.element(dialog.getByText(/Nothing that you changed was changed there/)).toBeVisible();
  await expect.element(dialog.getByRole('table')).not.toBeInTheDocument();
});

test.each([
  ['Save what I typed', 'onKeep'],
  ['Take what stands now', 'onTake'],
  ['Close', 'onClose'],
] as const)('%s is one act and no other', async (name, act) => {
  const { dialog, acts } = await open();
  await dialog.getByRole('button', { name }).click();
  expect(Object.entries(acts).filter(([, done]) => done.mock.calls.length > 0)).toEqual([[act, acts[act]]]);
});

test('on a phone nothing of it is cut off', async () => {
  await browser.viewport(390, 844);
  const { dialog } = await open();
  await expect.element(dialog.getByRole('button', { name: 'Save what I typed' })).toBeVisible();
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
});
