import { describe, expect, test, vi } from 'vitest';
import { page as browser, userEvent } from 'vitest/browser';
import { Role } from '#domain/kernel/access.ts';
import { fileRoutes } from '#domain/files/routes.ts';
import { problems } from '#domain/kernel/problem.ts';
import type { Me } from '#domain/members/member.ts';
import { memberRoutes } from '#domain/members/routes.ts';
import { loginRoutes } from '#domain/logins/routes.ts';
import { paymentRoutes } from '#domain/payments/routes.ts';
import { photoRoutes } from '#domain/photos/routes.ts';
import { profileRoutes } from '#domain/profile/routes.ts';
import { taskRoutes } from '#domain/tasks/routes.ts';
import { workspaceRoutes } from '#domain/workspaces/routes.ts';
import type { Task } from '#domain/tasks/task.ts';
import { answer } from '#web/testing/answer.ts';
import { goLive, sendLive } from '#web/testing/live.ts';
import { make } from '#web/testing/make.ts';
import { answerProfile } from '#web/testing/profile.ts';
import { serveRoom } from '#web/testing/room.tsx';
import { renderPage, signedInAs, signedOut } from '#web/testing/render-page.tsx';

const token = 'AbCdEfGhIjKlMnOpQrStUv';

async function profileOf(role: Role, change: Partial<Me['member']> = {}, tasks: Task[] = []) {
  const me = signedInAs(role, { name: 'Tomas Abara', email: 'tomas@example.com', age: 41, ...change });
  answerProfile(tasks);
  const page = await renderPage('/profile');
  await expect.element(page.getByRole('heading', { level: 1, name: 'Tomas Abara' })).toBeVisible();
  return { page, me };
}

/** A picture as somebody has one on their disk: a square of one colour beside one of another. */
async function picture(type = 'image/png', name = 'me.png'): Promise<File> {
  const canvas = new OffscreenCanvas(600, 400);
  const context = canvas.getContext('2d')!;
  context.fillStyle = '#c33';
  context.fillRect(0, 0, 300, 400);
  context.fillStyle = '#33c';
  context.fillRect(300, 0, 300, 400);
  return new File([await canvas.convertToBlob({ type })], name, { type });
}

describe('F126 the profile', () => {
  test.each(Role.options)('of somebody of the role %s shows who they are, and opens from the menu', async (role) => {
    const { page } = await profileOf(role);
    const facts = page.getByRole('region', { name: 'Personal Information' });
    for (const fact of ['Tomas Abara', '41', 'tomas@example.com']) await expect.element(facts).toMatchTextContent(fact);
    await expect.element(page.getByText('Verified', { exact: true })).toBeVisible();
    for (const name of ['EDIT PROFILE', 'LOGOUT', 'DELETE PROFILE'])
      await expect.element(page.getByRole('button', { name })).toBeVisible();
    for (const part of ['Password', 'Where you are signed in'])
      await expect.element(page.getByRole('heading', { name: part })).toBeVisible();
    await page.getByRole('button', { name: 'Your account, Tomas Abara' }).click();
    await expect.element(page.getByRole('menuitem', { name: 'Profile' })).toHaveAttribute('href', '/profile');
  });

  test('F128 lists the tasks of the person with their status, each a link, five of them at first', async () => {
    const tasks = Array.from({ length: 7 }, (_, at) => make.task({ title: `Ring ${at + 1}`, status: 'in-progress' }));
    const { page } = await profileOf('employee', {}, tasks);
    const list = page.getByRole('region', { name: 'Assigned Tasks 7' });
    await expect.element(list.getByRole('link', { name: 'Ring 1' })).toHaveAttribute('href', `/tasks/${tasks[0]!.id}`);
    expect(list.getByText('In progress').elements()).toHaveLength(5);
    await expect.element(list.getByRole('link', { name: 'Show all 7' })).toBeVisible();
  });

  test('F130 is one column on a phone, and nothing stands out of it', async () => {
    const { page } = await profileOf('customer');
    await browser.viewport(390, 844);
    const info = page.getByRole('region', { name: 'Personal Information' }).element().getBoundingClientRect();
    const edit = page.getByRole('button', { name: 'EDIT PROFILE' }).element().getBoundingClientRect();
    expect(info.top).toBeGreaterThan(edit.bottom);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
  });
});

describe('F129 EDIT PROFILE', () => {
  test('changes name and age; role and e-mail address are not to be changed', async () => {
    const { page, me } = await profileOf('employee');
    answer(profileRoutes.change, ({ body }) => {
      expect(body).toEqual({ name: 'Tom Abara', age: 42, version: me.member.version });
      return { ...me, member: { ...me.member, name: 'Tom Abara', age: 42, version: '"2"' } };
    });
    await page.getByRole('button', { name: 'EDIT PROFILE' }).click();
    await expect.element(page.getByRole('textbox', { name: 'Name' })).toHaveFocus();
    expect(page.getByRole('textbox', { name: /e-?mail/i }).elements()).toHaveLength(0);
    await page.getByRole('textbox', { name: 'Name' }).fill('Tom Abara');
    await page.getByRole('textbox', { name: 'Age' }).fill('42');
    await page.getByRole('button', { name: 'SAVE CHANGES' }).click();
    await expect.element(page.getByText('Profile saved')).toBeVisible();
    await expect.element(page.getByRole('heading', { level: 1, name: 'Tom Abara' })).toBeVisible();
    await expect.element(page.getByRole('button', { name: 'EDIT PROFILE' })).toHaveFocus();
  });

  test('says what is wrong beside the field, and CANCEL leaves everything as it was', async () => {
    const { page } = await profileOf('customer');
    await page.getByRole('button', { name: 'EDIT PROFILE' }).click();
    await page.getByRole('textbox', { name: 'Age' }).fill('12');
    await page.getByRole('button', { name: 'SAVE CHANGES' }).click();
    await expect.element(page.getByText('Age must be 13 or more')).toBeVisible();
    await page.getByRole('button', { name: 'CANCEL' }).click();
    await expect.element(page.getByRole('region', { name: 'Personal Information' })).toMatchTextContent('41');
  });

  test('sees both values when somebody else was faster, and keeps what was typed', async () => {
    const { page, me } = await profileOf('manager');
    const now = { ...me, member: { ...me.member, name: 'Tomás Abara', age: 50, version: '"9"' } };
    const sent: unknown[] = [];
    answer(profileRoutes.change, ({ body }) => {
      sent.push(body);
      answer(memberRoutes.me, now);
      if (body.version !== '"9"') throw problems.changedMeanwhile('The member');
      return { ...now, member: { ...now.member, name: body.name, version: '"10"' } };
    });
    await page.getByRole('button', { name: 'EDIT PROFILE' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('Tom Abara');
    await page.getByRole('button', { name: 'SAVE CHANGES' }).click();
    const dialog = page.getByRole('dialog', { name: 'Your profile was changed by somebody else' });
    await expect.element(dialog.getByRole('row', { name: 'Name Tomás Abara Tom Abara' })).toBeVisible();
    await expect.element(dialog.getByRole('row', { name: /Age/ })).not.toBeInTheDocument();
    await dialog.getByRole('button', { name: 'Save what I typed' }).click();
    await expect.element(page.getByText('Profile saved')).toBeVisible();
    expect(sent.at(-1)).toEqual({ name: 'Tom Abara', age: 50, version: '"9"' });
  });
});

describe('F131 UPLOAD PHOTO', () => {
  const photoOf = ({ member }: Me): string => `${member.id}-${token}`;

  test('F132 F137 is cropped on the page by keys, sent with SAVE CHANGES, and fetched before it is said to be there', async () => {
    const { page, me } = await profileOf('employee');
    const photo = photoOf(me);
    const sent: Blob[] = [];
    const fetched = vi.fn();
    const shown = { ...me, member: { ...me.member, photo, version: '"3"' } };
    answer(profileRoutes.change, me);
    answer(photoRoutes.change, ({ bytes }) => {
      sent.push(bytes as unknown as Blob);
      answer(photoRoutes.faces, { items: [{ id: me.member.id, memberId: me.member.id, photo }] });
      return shown;
    });
    answer(photoRoutes.get, fetched);

    await page.getByRole('button', { name: 'EDIT PROFILE' }).click();
    await page.getByLabelText('Photo', { exact: true }).upload(await picture());
    const dialog = page.getByRole('dialog', { name: 'Crop your photo' });
    const area = dialog.getByRole('application');
    await expect.element(area).toBeVisible();
    (area.element() as HTMLElement).focus();
    await userEvent.keyboard('{ArrowRight>40/}');
    const zoom = dialog.getByRole('slider', { name: 'Zoom' });
    (zoom.element() as HTMLElement).focus();
    await userEvent.keyboard('{ArrowRight>5/}');
    await expect.element(zoom).toHaveAttribute('aria-valuenow', '1.5');
    await dialog.getByRole('button', { name: 'Use this part' }).click();
    await expect.element(page.getByAltText('You, as others will see you')).toBeVisible();
    expect(sent).toEqual([]);

    await page.getByRole('button', { name: 'SAVE CHANGES' }).click();
    await expect.element(page.getByText('Image uploaded and retrieved successfully')).toBeVisible();
    expect(fetched).toHaveBeenCalledOnce();
    const bitmap = await createImageBitmap(sent[0]!);
    expect([sent[0]!.type, bitmap.width, bitmap.height]).toEqual(['image/jpeg', bitmap.height, bitmap.width]);
    await vi.waitFor(() => {
      const faces = [...document.querySelectorAll<HTMLImageElement>(`img[src*="${photo}"]`)];
      expect(faces.map((face) => new URL(face.src).pathname).toSorted()).toEqual([
        `/api/photos/${photo}/256`,
        `/api/photos/${photo}/96`,
      ]);
    });
  });

  test.each([
    ['an SVG', () => new File(['<svg/>'], 'me.svg', { type: 'image/svg+xml' }), 'choose a JPEG, PNG or WebP'],
    ['a text called PNG', () => new File(['no picture'], 'me.png', { type: 'image/png' }), 'damaged, or not a picture'],
    ['nothing', () => new File([], 'me.png', { type: 'image/png' }), 'damaged, or not a picture'],
    [
      'more than 5 MB',
      () => new File([new Uint8Array(6_000_000)], 'me.png', { type: 'image/png' }),
      'larger than 5 MB',
    ],
  ])('W33 %s is refused before anything is sent', async (_, file, words) => {
    const { page } = await profileOf('customer');
    await page.getByRole('button', { name: 'EDIT PROFILE' }).click();
    await page.getByLabelText('Photo', { exact: true }).upload(file());
    await expect.element(page.getByRole('alert')).toMatchTextContent(words);
    expect(page.getByRole('dialog').elements()).toHaveLength(0);
  });

  test('is removed with SAVE CHANGES', async () => {
    const { page, me } = await profileOf('customer', { photo: `${crypto.randomUUID()}-${token}` });
    const removed = vi.fn(() => ({ ...me, member: { ...me.member, photo: null } }));
    answer(profileRoutes.change, me);
    answer(photoRoutes.remove, removed);
    await page.getByRole('button', { name: 'EDIT PROFILE' }).click();
    await page.getByRole('button', { name: 'Remove the photo' }).click();
    expect(removed).not.toHaveBeenCalled();
    await page.getByRole('button', { name: 'SAVE CHANGES' }).click();
    await expect.element(page.getByText('Profile saved')).toBeVisible();
    expect(removed).toHaveBeenCalledOnce();
  });
});

test('F135 a picture that somebody changes shows everywhere at once, under the ids of member and customer', async () => {
  const me = signedInAs('admin');
  const memberId = crypto.randomUUID();
  const customerId = crypto.randomUUID();
  const photos = [`${memberId}-${token}`, `${memberId}-${token.toLowerCase()}`];
  let shown = photos[0]!;
  answerProfile();
  answer(photoRoutes.faces, ({ query: { ids } }) => ({
    items: ids.filter((id) => id === customerId).map((id) => ({ id, memberId, photo: shown })),
  }));
  const task = make.task({ customer: { id: customerId, name: 'Dipika Sarraf', email: 'dipika@example.com' } });
  answer(taskRoutes.get, task);
  serveRoom({ me, room: { id: task.id } });
  answer(fileRoutes.ofRoom, { items: [] });
  answer(taskRoutes.history, { items: [] });
  answer(paymentRoutes.ofTask, { items: [] });
  await renderPage(`/tasks/${task.id}`);
  const faces = () => document.querySelectorAll(`img[src*="${memberId}"]`);
  await vi.waitFor(() => expect(faces().length).toBeGreaterThan(0), 5000);
  await goLive();

  shown = photos[1]!;
  sendLive({ kind: 'member.changed', memberId });
  await vi.waitFor(() => {
    const addresses = [...faces()].map((face) => face.getAttribute('src'));
    expect(addresses.every((address) => address?.includes(photos[1]!))).toBe(true);
  });
});

describe('F129 DELETE PROFILE', () => {
  test('waits for the address to be typed, says what follows, and ends at the sign-in', async () => {
    const { page } = await profileOf('customer');
    const deleted = vi.fn();
    answer(profileRoutes.delete, () => {
      deleted();
      signedOut();
    });
    await page.getByRole('button', { name: 'DELETE PROFILE' }).click();
    const dialog = page.getByRole('dialog', { name: 'Delete your profile?' });
    await expect.element(dialog).toMatchTextContent('for 30 days');
    const confirm = dialog.getByRole('button', { name: 'DELETE PROFILE' });
    await expect.element(confirm).toBeDisabled();
    await dialog.getByLabelText('Type tomas@example.com to confirm').fill('Tomas@Example.com');
    answer(workspaceRoutes.atAddress, { slug: 'marlow-street', name: 'Marlow Street Jewellers' });
    answer(loginRoutes.providers, { items: [] });
    await confirm.click();
    await expect.element(page.getByText('Your profile was deleted')).toBeVisible();
    expect(deleted).toHaveBeenCalledOnce();
    expect(page.path()).toContain('/login');
  });

  test('Q47 the last admin is told to hand over first', async () => {
    const { page } = await profileOf('admin');
    answer(profileRoutes.delete, () => {
      throw problems.conflict('This is the last admin. Please make somebody else an admin first.');
    });
    await page.getByRole('button', { name: 'DELETE PROFILE' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabelText('Type tomas@example.com to confirm').fill('tomas@example.com');
    await dialog.getByRole('button', { name: 'DELETE PROFILE' }).click();
    await expect.element(dialog.getByRole('alert')).toMatchTextContent('make somebody else an admin first');
  });
});
