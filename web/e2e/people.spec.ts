import { expect, type Page } from '@playwright/test';
import { memberRoutes } from '#domain/members/routes.ts';
import { acceptInvitation, addWaiting } from './people.ts';
import { openWithInes, signUp } from './shop.ts';
import { signedIn } from './signed-in.ts';
import { test } from './test.ts';

async function act(page: Page, name: string, item: string): Promise<void> {
  await page.getByRole('button', { name: `Actions for ${name}` }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

test('an admin decides about people one by one and by the hundred, and looks after a colleague', async ({
  browser,
}) => {
  const opened = await openWithInes();
  const { ines, of } = opened;
  const { person: waiting } = await signUp(opened, 'Dipika Sarraf', 'Ring resize, N to P');
  const { person: unwanted } = await signUp(opened, 'Felix Ashdown', 'A watch');
  const dipika = await signedIn(browser, waiting, '/waiting');
  const felix = await signedIn(browser, unwanted, '/waiting');
  for (const page of [dipika, felix]) await expect(page.getByText('has not been verified yet')).toBeVisible();

  // F066: verified from the row's menu, the waiting page opens by itself.
  const admin = await signedIn(browser, ines, '/home');
  await admin.getByRole('link', { name: /^Users/ }).click();
  await admin.getByRole('tab', { name: 'Waiting' }).click();
  await act(admin, 'Dipika Sarraf', 'Verify');
  await expect(dipika).toHaveURL(/\/portal$/);

  // Rejected, and told why at once.
  await act(admin, 'Felix Ashdown', 'Reject…');
  await admin.getByRole('textbox', { name: 'Reason' }).fill('We repair jewellery only.');
  await admin.getByRole('button', { name: 'Reject Felix Ashdown' }).click();
  await expect(felix.getByRole('heading', { name: 'Your form was not accepted' })).toBeVisible();
  await expect(felix.getByText('We repair jewellery only.')).toBeVisible();
  await expect(admin.getByRole('heading', { name: 'Nobody is waiting' })).toBeVisible();

  // F093, F108, F123: all who wait in one job, more than the thousand that are counted unasked; it is taken back.
  const { workspace } = await ines.call(memberRoutes.me);
  await addWaiting(workspace.id, 1100);
  await admin.reload();
  await admin.getByRole('checkbox', { name: 'Select Newcomer 1', exact: true }).click();
  await admin.getByRole('button', { name: /^Select all 1,000\+ matching|^Select all 1,100 matching/ }).click();
  await admin.getByRole('button', { name: 'VERIFY SELECTED' }).click();
  await admin.getByRole('button', { name: 'Verify 1,100 users' }).click();
  const job = admin.getByRole('region', { name: 'Last bulk action' });
  await expect(job.getByText('1,100 verified')).toBeVisible({ timeout: 30_000 });
  await expect(admin.getByRole('heading', { name: 'Nobody is waiting' })).toBeVisible();
  await job.getByRole('button', { name: 'Undo' }).click();
  await expect(job.getByText('Undone for 1,100 people')).toBeVisible({ timeout: 30_000 });
  await expect(admin.getByRole('row', { name: /Newcomer 1 / })).toBeVisible();

  // A colleague is invited and comes in.
  const tomas = of('Tomas Abara');
  await admin.getByRole('button', { name: 'Invite' }).click();
  await admin.getByRole('dialog').getByLabel('Email').fill(tomas.email);
  await admin.getByRole('button', { name: 'Send invitation' }).click();
  await expect(admin.getByText(`Invitation sent to ${tomas.email}`)).toBeVisible();
  await acceptInvitation(await browser.newContext(), tomas);

  // F117, F120: looked up, opened and edited.
  await admin.getByRole('tab', { name: 'All' }).click();
  await admin.getByLabel('Search users').fill('tomas');
  await act(admin, 'Tomas Abara', 'View Details');
  await admin.getByRole('textbox', { name: 'Age' }).fill('31');
  await admin.getByRole('button', { name: 'UPDATE USER' }).click();
  await expect(admin.getByText('User updated successfully')).toBeVisible();

  // F122: a customer is assigned to him, and unassigned.
  await admin.getByRole('combobox', { name: 'Customer' }).fill('Dipika');
  await admin.getByRole('option', { name: /Dipika Sarraf/ }).click();
  await admin.getByRole('button', { name: 'ASSIGN', exact: true }).click();
  await expect(admin.getByText('Customer assigned successfully')).toBeVisible();
  await admin.getByRole('button', { name: 'Unassign Dipika Sarraf' }).click();
  await expect(admin.getByText('Customer unassigned successfully')).toBeVisible();
});
