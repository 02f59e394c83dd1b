import { expect, type Page, test } from '@playwright/test';
import { acceptInvitation, addWaiting, fresh, openBusiness, origin, signUpCustomer } from './people.ts';

async function act(page: Page, name: string, item: string): Promise<void> {
  await page.getByRole('button', { name: `Actions for ${name}` }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

test('an admin decides about people one by one and by the hundred, and looks after a colleague', async ({
  browser,
}) => {
  const [adminBrowser, dipikaBrowser, felixBrowser, tomasBrowser] = await Promise.all(
    [1, 2, 3, 4].map(() => browser.newContext()),
  );
  const emails = { dipika: `${fresh('dipika')}@example.com`, tomas: `${fresh('tomas')}@example.com` };
  const { page: admin, slug } = await openBusiness(adminBrowser!, {
    name: fresh('Marlow Street'),
    email: `${fresh('ines')}@example.com`,
  });
  const dipika = await signUpCustomer(dipikaBrowser!, slug, {
    name: 'Dipika Sarraf',
    email: emails.dipika,
    task: 'Ring resize, N to P',
  });
  const felix = await signUpCustomer(felixBrowser!, slug, {
    name: 'Felix Ashdown',
    email: `${fresh('felix')}@example.com`,
    task: 'A watch',
  });

  // F066: verified from the row's menu, the waiting page opens by itself.
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

  // F093, F108, F123: all 4,400 who wait in one job, which is taken back.
  const { workspace } = (await (await admin.request.get(`${origin()}/api/me`)).json()) as { workspace: { id: string } };
  await addWaiting(workspace.id, 4400);
  await admin.reload();
  await admin.getByRole('checkbox', { name: 'Select Newcomer 1', exact: true }).click();
  await admin.getByRole('button', { name: /^Select all 1,000\+ matching|^Select all 4,400 matching/ }).click();
  await admin.getByRole('button', { name: 'VERIFY SELECTED' }).click();
  await admin.getByRole('button', { name: 'Verify 4,400 users' }).click();
  const job = admin.getByRole('region', { name: 'Last bulk action' });
  await expect(job.getByText('4,400 verified')).toBeVisible({ timeout: 30_000 });
  await expect(admin.getByRole('heading', { name: 'Nobody is waiting' })).toBeVisible();
  await job.getByRole('button', { name: 'Undo' }).click();
  await expect(job.getByText('Undone for 4,400 people')).toBeVisible({ timeout: 30_000 });
  await expect(admin.getByRole('row', { name: /Newcomer 1 / })).toBeVisible();

  // A colleague is invited and comes in.
  await admin.getByRole('button', { name: 'Invite' }).click();
  await admin.getByRole('dialog').getByLabel('Email').fill(emails.tomas);
  await admin.getByRole('button', { name: 'Send invitation' }).click();
  await expect(admin.getByText(`Invitation sent to ${emails.tomas}`)).toBeVisible();
  await acceptInvitation(tomasBrowser!, { name: 'Tomas Abara', email: emails.tomas });

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
