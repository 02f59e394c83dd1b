import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { problems } from '#domain/kernel/problem.ts';
import { memberRoutes } from '#domain/members/routes.ts';
import { presenceRoutes } from '#domain/presence/routes.ts';
import { roomRoutes } from '#domain/rooms/routes.ts';
import { answer } from '#web/testing/answer.ts';
import { asTomas, clasp, direct, ring, row, team } from '#web/testing/chat.ts';
import { goLive, sendLive } from '#web/testing/live.ts';
import { answerRooms, makeRoom, makeSeat, people } from '#web/testing/make-room.ts';
import { renderPage, signedInAs } from '#web/testing/render-page.tsx';

const { dipika, noor, tomas } = people;

const said = (text: string, by: { id: string; name: string } = dipika) => ({
  lastLine: { by: { id: by.id, name: by.name }, text, at: new Date().toISOString() },
});

describe('the list of rooms', () => {
  test('F175 F184: says who said what last, what is unread, where one is mentioned and what is muted', async () => {
    asTomas();
    answerRooms([
      { room: ring, seat: { ...said('Is the claw safe?'), unread: 3, isMentioned: true } },
      { room: { ...team, isMuted: true }, seat: said('Lunch?', tomas) },
      { room: clasp },
    ]);
    const page = await renderPage('/chat');

    await expect.element(row(page, /Ring resize/)).toMatchTextContent(/Dipika Sarraf: Is the claw safe\?/);
    await expect.element(row(page, /Ring resize/)).toMatchTextContent(/3 unread/);
    await expect.element(row(page, /Ring resize/).getByRole('img', { name: 'You are mentioned' })).toBeVisible();
    await expect.element(row(page, /Workshop/)).toMatchTextContent(/You: Lunch\?/);
    await expect.element(row(page, /Workshop/).getByRole('img', { name: 'Muted' })).toBeVisible();
    await expect.element(row(page, /New clasp/)).toMatchTextContent(/Nothing was said yet/);
    await expect.element(page.getByText('Select a task to view messages')).toBeVisible();
  });

  test('F189: shows who is here beside the name', async () => {
    asTomas();
    answerRooms([{ room: direct }]);
    answer(presenceRoutes.list, { items: [{ memberId: noor.id, state: 'online', lastSeenAt: null }] });
    const page = await renderPage(`/chat/${direct.id}`);

    await expect.element(row(page, /Noor Haddad/).getByTitle('Online')).toBeVisible();
    await goLive();
    sendLive({
      kind: 'presence.changed',
      presence: { memberId: noor.id, state: 'offline', lastSeenAt: new Date().toISOString() },
    });
    await expect.element(page.getByRole('region', { name: 'Chat' }).getByText(/Last seen \d\d:\d\d/)).toBeVisible();
  });

  test.each([
    ['employee', ['All', 'Tasks', 'Direct', 'Team']],
    ['admin', ['All', 'Tasks', 'Direct', 'Team', 'Support']],
    ['customer', ['All', 'Tasks', 'Support']],
  ] as const)('Q23 F185: a %s may narrow it to %s', async (role, expected) => {
    signedInAs(role);
    answer(memberRoutes.list, { items: [], nextCursor: null });
    answerRooms([{ room: ring }]);
    const page = await renderPage('/chat');
    await expect.element(row(page, /Ring resize/)).toBeVisible();
    const kinds = page.getByRole('group', { name: 'Kind of conversation' }).getByRole('button');
    expect(kinds.elements().map((each) => each.textContent)).toEqual(expected);
  });

  test('is narrowed by kind and by what is searched, and the address keeps both', async () => {
    asTomas();
    answerRooms([{ room: ring }, { room: clasp }, { room: team }]);
    answer(roomRoutes.search, { items: [] });
    const page = await renderPage('/chat');
    await page.getByRole('button', { name: 'Tasks', exact: true }).click();
    await expect.element(row(page, /Workshop/)).not.toBeInTheDocument();
    await page.getByRole('searchbox', { name: 'Search conversations and messages' }).fill('clasp');
    await expect.element(row(page, /Ring resize/)).not.toBeInTheDocument();
    await expect.element(row(page, /New clasp/)).toBeVisible();
    await expect.poll(page.path).toBe('/chat?kind=task&q=clasp');
  });

  test('is walked with the arrow keys, and Enter opens a room', async () => {
    asTomas();
    answerRooms([{ room: ring }, { room: clasp }]);
    const page = await renderPage('/chat');
    await expect.element(row(page, /Ring resize/)).toBeVisible();
    row(page, /Ring resize/)
      .element()
      .focus();
    await userEvent.keyboard('{ArrowDown}');
    await expect.element(row(page, /New clasp/)).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(page.path).toBe(`/chat/${clasp.id}`);
  });

  test('Alt+Shift+Down goes to the next room with something unread', async () => {
    asTomas();
    answerRooms([{ room: ring }, { room: clasp }, { room: team, seat: { unread: 1 } }]);
    const page = await renderPage(`/chat/${ring.id}`);
    await expect.element(row(page, /Workshop/)).toBeVisible();
    await userEvent.keyboard('{Alt>}{Shift>}{ArrowDown}{/Shift}{/Alt}');
    await expect.poll(page.path).toBe(`/chat/${team.id}`);
  });

  test('a long list comes page by page', async () => {
    asTomas();
    answerRooms(Array.from({ length: 120 }, (_, index) => ({ room: makeRoom({ title: `Job ${index + 1}` }) })));
    const page = await renderPage('/chat');
    await expect.element(row(page, /Job 50/)).toBeInTheDocument();
    expect(row(page, /Job 51/).elements()).toEqual([]);
    // Again until it has come: what stands around the list may still find its place.
    await expect
      .poll(() => {
        row(page, /Job 50/)
          .element()
          .scrollIntoView();
        return row(page, /Job 51/).elements().length;
      })
      .toBe(1);
  });

  test('hears of a new line', async () => {
    asTomas();
    const served = answerRooms([{ room: ring }]);
    const page = await renderPage('/chat');
    await expect.element(row(page, /Ring resize/)).toBeVisible();
    await goLive();
    served.rooms[0]!.seat = { ...said('It is ready'), unread: 1 };
    sendLive({ kind: 'seat.changed', roomId: ring.id, lastSeq: 1 });
    await expect.element(row(page, /Ring resize/)).toMatchTextContent(/It is ready/);
  });

  test.each([
    ['employee', 'No tasks assigned', false],
    ['customer', 'No tasks assigned', true],
  ] as const)('of a %s with none says “%s”', async (role, words, maySupport) => {
    signedInAs(role);
    answerRooms([]);
    const page = await renderPage('/chat');
    await expect.element(page.getByRole('heading', { name: words })).toBeVisible();
    expect(page.getByRole('button', { name: 'Contact support' }).elements().length > 0).toBe(maySupport);
  });

  test('while it loads stands in its final height, and failing offers Retry', async () => {
    asTomas();
    answerRooms([{ room: ring }]);
    const { promise, resolve } = Promise.withResolvers<void>();
    answer(roomRoutes.list, async () => {
      await promise;
      throw problems.forbidden();
    });
    const page = await renderPage('/chat');
    await expect.element(page.getByRole('status', { name: 'Loading conversations' })).toBeVisible();
    resolve();
    await expect.element(page.getByText('Your role does not allow this')).toBeVisible();
    answer(roomRoutes.list, { items: [makeSeat(ring)], nextCursor: null });
    await page.getByRole('button', { name: 'Retry' }).first().click();
    await expect.element(row(page, /Ring resize/)).toBeVisible();
  });
});
