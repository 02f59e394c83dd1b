import { describe, expect, test } from 'vitest';
import { page as browser, userEvent } from 'vitest/browser';
import { problems } from '#domain/kernel/problem.ts';
import { memberRoutes } from '#domain/members/routes.ts';
import { roomRoutes } from '#domain/rooms/routes.ts';
import { taskRoutes } from '#domain/tasks/routes.ts';
import { answer } from '#web/testing/answer.ts';
import { asTomas, clasp, direct, ring, roomList, row } from '#web/testing/chat.ts';
import { goLive } from '#web/testing/live.ts';
import { make } from '#web/testing/make.ts';
import { answerRooms, inRoom, people } from '#web/testing/make-room.ts';
import { makeMessage } from '#web/testing/make-scored.ts';
import { renderPage, signedInAs } from '#web/testing/render-page.tsx';

const { dipika, ines } = people;

describe('a room of the chat', () => {
  test('F176 F178 F180: picking one joins it, and picking another leaves it', async () => {
    asTomas();
    const served = answerRooms([
      { room: ring, entries: [makeMessage(1, { text: 'Is the claw safe?' })] },
      { room: clasp, entries: [makeMessage(1, { text: 'Silver, please' })] },
    ]);
    const page = await renderPage('/chat');
    await row(page, /Ring resize/).click();
    await expect.element(page.getByText('Is the claw safe?')).toBeVisible();
    await goLive();
    await expect.poll(() => served.joined).toEqual([ring.id]);

    await row(page, /New clasp/).click();
    await expect.element(page.getByText('Silver, please')).toBeVisible();
    await expect.poll(() => served.left).toEqual([ring.id]);
    await expect.poll(() => served.joined).toEqual([ring.id, clasp.id]);
    await expect.element(page.getByText('Is the claw safe?')).not.toBeInTheDocument();
  });

  test('Q25: opening it clears its badge, and the one of the navigation counts one less', async () => {
    asTomas();
    answerRooms([
      { room: ring, seat: { unread: 3 } },
      { room: clasp, seat: { unread: 1 } },
    ]);
    answer(roomRoutes.unread, { rooms: 2 });
    const page = await renderPage('/chat');
    const chat = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: /^Chat/ });
    await expect.element(chat).toMatchTextContent(/2/);
    await row(page, /Ring resize/).click();
    await expect.element(row(page, /Ring resize/)).not.toMatchTextContent(/unread/);
    await expect.element(chat).toMatchTextContent(/1/);
    await expect.element(row(page, /New clasp/)).toMatchTextContent(/1 unread/);
  });

  test('F200: User Details show staff an e-mail address, and never a phone number', async () => {
    asTomas();
    answerRooms([{ room: direct }]);
    const page = await renderPage(`/chat/${direct.id}`);
    await page.getByRole('button', { name: 'User Details of Noor Haddad' }).click();
    const dialog = page.getByRole('dialog', { name: 'User Details' });
    await expect.element(dialog.getByText('Employee')).toBeVisible();
    await expect.element(dialog.getByText('noor@example.com')).toBeVisible();
    expect(dialog.element().textContent).not.toMatch(/\+?\d{6,}/);
  });

  test('F200: a customer sees name and role, and no e-mail address', async () => {
    signedInAs('customer', dipika);
    answer(taskRoutes.get, make.task());
    answerRooms([{ room: ring }]);
    const page = await renderPage(`/chat/${ring.id}`);
    await page.getByRole('button', { name: 'User Details of Tomas Abara' }).click();
    const dialog = page.getByRole('dialog', { name: 'User Details' });
    await expect.element(dialog.getByText('Employee')).toBeVisible();
    expect(dialog.element().textContent).not.toContain('@');
    expect(dialog.getByRole('button', { name: 'Send a message' }).elements()).toEqual([]);
  });

  test('Q24: whoever observes is named to everybody', async () => {
    asTomas();
    answerRooms([{ room: { ...ring, members: [...ring.members, inRoom(ines, 'observer')] } }]);
    const page = await renderPage(`/chat/${ring.id}`);
    await expect.element(page.getByText('Ines Halvorsen (admin) observes')).toBeVisible();
    expect(page.getByRole('button', { name: 'Stop observing' }).elements()).toEqual([]);
  });

  test('Q24: who observes is told so, and stops it', async () => {
    signedInAs('admin', ines);
    answer(memberRoutes.list, { items: [], nextCursor: null });
    answer(taskRoutes.get, make.task());
    answerRooms([{ room: { ...ring, members: [...ring.members, inRoom(ines, 'observer')] } }]);
    const stopped: string[] = [];
    answer(roomRoutes.stopObserving, ({ params }) => void stopped.push(params.roomId));
    const page = await renderPage(`/chat/${ring.id}`);
    await expect.element(page.getByText('You observe this room')).toBeVisible();
    await page.getByRole('button', { name: 'Stop observing' }).click();
    await expect.poll(page.path).toBe('/chat');
    await expect.poll(() => stopped).toEqual([ring.id]);
  });

  test('is muted and unmuted', async () => {
    asTomas();
    const served = answerRooms([{ room: ring }]);
    answer(roomRoutes.mute, ({ body }) => {
      served.rooms = [{ room: { ...ring, isMuted: body.isMuted } }];
    });
    const page = await renderPage(`/chat/${ring.id}`);
    await page.getByRole('button', { name: 'Mute this room' }).click();
    await expect.element(row(page, /Ring resize/).getByRole('img', { name: 'Muted' })).toBeVisible();
    await page.getByRole('button', { name: 'Unmute this room' }).click();
    await expect.element(page.getByRole('button', { name: 'Mute this room' })).toBeVisible();
  });

  test('its search counts what is found and walks it with the arrows', async () => {
    asTomas();
    const entries = [1, 2, 3, 4, 5].map((seq) => makeMessage(seq, { text: seq % 2 ? `claw ${seq}` : `ring ${seq}` }));
    answerRooms([{ room: ring, entries }]);
    answer(roomRoutes.search, ({ query }) => ({
      items: entries
        .filter(({ text }) => text.includes(query.q))
        .map((message) => ({ roomId: ring.id, title: ring.title, message })),
    }));
    const page = await renderPage(`/chat/${ring.id}`);
    await page.getByRole('button', { name: 'Search in this room' }).click();
    await page.getByRole('searchbox', { name: 'Search messages', exact: true }).fill('claw');
    await expect.element(page.getByText('1 of 3')).toBeVisible();
    await expect.element(page.getByRole('searchbox', { name: 'Search messages', exact: true })).toHaveFocus();
    await page.getByRole('button', { name: 'Previous message' }).click();
    await expect.element(page.getByText('2 of 3')).toBeVisible();
    await page.getByRole('button', { name: 'Next message' }).click();
    await expect.element(page.getByText('1 of 3')).toBeVisible();
    await expect.element(page.getByRole('button', { name: 'Next message' })).toBeDisabled();
    await page.getByRole('searchbox', { name: 'Search messages', exact: true }).click();
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByText('1 of 3')).not.toBeInTheDocument();
  });

  test('a message that is found in all rooms opens its room there', async () => {
    asTomas();
    const message = makeMessage(7, { text: 'The claw is worn thin' });
    answerRooms([{ room: ring }, { room: clasp, entries: [message] }]);
    answer(roomRoutes.search, { items: [{ roomId: clasp.id, title: clasp.title, message }] });
    const page = await renderPage('/chat');
    await page.getByRole('searchbox', { name: 'Search conversations and messages' }).fill('claw');
    await page.getByRole('region', { name: 'Messages that match' }).getByRole('link').click();
    await expect.poll(page.path).toBe(`/chat/${clasp.id}?q=claw&at=7`);
  });

  test('one that is not the reader’s says so', async () => {
    asTomas();
    answerRooms([{ room: ring }]);
    const gone = () => {
      throw problems.notFound('The room');
    };
    answer(roomRoutes.get, gone);
    answer(roomRoutes.join, gone);
    answer(roomRoutes.messages, gone);
    const page = await renderPage(`/chat/${crypto.randomUUID()}`);
    await expect.element(page.getByText('The room was not found')).toBeVisible();
    await expect.element(row(page, /Ring resize/)).toBeVisible();
  });
});

/** What is cut off in a frame that hides it would not widen the document. */
const widest = () =>
  Math.max(...[...document.querySelectorAll('main *')].map((each) => each.getBoundingClientRect().right));

describe('on a phone', () => {
  test('one pane stands at a time, Back leads to the list, and nothing scrolls sideways', async () => {
    await browser.viewport(360, 740);
    asTomas();
    answerRooms([{ room: ring, entries: [makeMessage(1)] }]);
    const page = await renderPage('/chat');
    await expect.element(row(page, /Ring resize/)).toBeVisible();
    expect(widest()).toBeLessThanOrEqual(360);
    await row(page, /Ring resize/).click();
    await expect.element(page.getByText('Message 1')).toBeVisible();
    await expect.element(roomList(page)).not.toBeInTheDocument();
    expect(widest()).toBeLessThanOrEqual(360);
    await page.getByRole('button', { name: 'About this conversation' }).click();
    await expect.element(page.getByRole('dialog', { name: 'About this conversation' })).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await page.getByRole('link', { name: 'Back' }).click();
    await expect.element(roomList(page)).toBeVisible();
  });
});
