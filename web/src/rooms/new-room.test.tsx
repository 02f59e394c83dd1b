import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { roomRoutes } from '#domain/rooms/routes.ts';
import { answer } from '#web/testing/answer.ts';
import { asTomas, direct, row, team } from '#web/testing/chat.ts';
import { answerRooms, inRoom, makeRoom, people } from '#web/testing/make-room.ts';
import { renderPage, signedInAs } from '#web/testing/render-page.tsx';

const { dipika, ines, noor, tomas } = people;

describe('a new conversation', () => {
  test('F185: with one colleague is a direct message', async () => {
    asTomas();
    answerRooms([{ room: direct }]);
    answer(roomRoutes.openDirect, ({ body }) => {
      expect(body).toEqual({ memberId: noor.id });
      return direct;
    });
    const page = await renderPage('/chat');
    await page.getByRole('button', { name: 'New conversation' }).click();
    await page.getByRole('combobox', { name: 'Colleagues' }).fill('noor');
    await page.getByRole('option', { name: /Noor Haddad/ }).click();
    await page.getByRole('button', { name: 'Open conversation' }).click();
    await expect.poll(page.path).toBe(`/chat/${direct.id}`);
  });

  test('F185: with several is a team that has a name', async () => {
    asTomas();
    answerRooms([{ room: team }]);
    const sent: unknown[] = [];
    answer(roomRoutes.openTeam, ({ body }) => {
      sent.push({ title: body.title, memberIds: body.memberIds });
      return team;
    });
    const page = await renderPage('/chat');
    await page.getByRole('button', { name: 'New conversation' }).click();
    await page.getByRole('combobox', { name: 'Colleagues' }).click();
    await page.getByRole('option', { name: /Noor Haddad/ }).click();
    await page.getByRole('option', { name: /Ines Halvorsen/ }).click();
    await page.getByRole('button', { name: 'Open team' }).click();
    await expect.element(page.getByText('Please fill this in')).toBeVisible();
    await page.getByRole('textbox', { name: 'Name of the team' }).fill('Workshop');
    await page.getByRole('button', { name: 'Open team' }).click();
    await expect.poll(page.path).toBe(`/chat/${team.id}`);
    expect(sent).toEqual([{ title: 'Workshop', memberIds: [noor.id, ines.id] }]);
  });

  test('F185: a team is renamed, and people are taken out of it', async () => {
    asTomas();
    answerRooms([{ room: team }]);
    answer(roomRoutes.changeTeam, ({ body }) => {
      expect(body).toEqual({ title: 'Bench', memberIds: [tomas.id, noor.id] });
      return { ...team, title: body.title };
    });
    const page = await renderPage(`/chat/${team.id}`);
    await page.getByRole('button', { name: 'Edit team' }).click();
    await page.getByRole('textbox', { name: 'Name of the team' }).fill('Bench');
    await page.getByRole('combobox', { name: 'Colleagues' }).click();
    await userEvent.keyboard('{Backspace}{Tab}');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect.element(page.getByText('Team updated successfully')).toBeVisible();
  });

  test('F185: whoever leaves a team comes back to the list', async () => {
    asTomas();
    answerRooms([{ room: team }]);
    answer(roomRoutes.changeTeam, ({ body }) => {
      expect(body.memberIds).toEqual([noor.id, ines.id]);
      return { ...team, members: team.members.slice(1) };
    });
    const page = await renderPage(`/chat/${team.id}`);
    await page.getByRole('button', { name: 'Edit team' }).click();
    await page.getByRole('button', { name: 'Leave team' }).click();
    await expect.poll(page.path).toBe('/chat');
  });

  test('F186: a customer opens the thread with the business', async () => {
    signedInAs('customer', dipika);
    const support = makeRoom({ kind: 'support', title: 'Dipika Sarraf', members: [inRoom(dipika)] });
    answerRooms([{ room: support }]);
    answer(roomRoutes.openSupport, support);
    const page = await renderPage('/chat');
    await page.getByRole('button', { name: 'Contact support' }).click();
    await expect.poll(page.path).toBe(`/chat/${support.id}`);
    await expect.element(row(page, /^Support/)).toHaveAttribute('aria-current', 'page');
  });
});
