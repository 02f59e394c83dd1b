import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { ProblemError, problems } from '#domain/kernel/problem.ts';
import { roomRoutes } from '#domain/rooms/routes.ts';
import { answer } from '#web/testing/answer.ts';
import { sendLive } from '#web/testing/live.ts';
import { makeMessage } from '#web/testing/make-scored.ts';
import { byTomas, dipika, field, makeLine, renderChat, said, serveRoom, tomas } from '#web/testing/room.tsx';

type Page = Awaited<ReturnType<typeof renderChat>>;

const bubbles = (page: Page) =>
  page
    .getByRole('log')
    .getByText(/^Message \d+$/)
    .elements()
    .map((each) => each.textContent);
const menuOf = async (page: Page, text: string) => {
  const message = page.getByRole('article').filter({ hasText: text });
  await message.hover();
  await message.getByRole('button', { name: 'More' }).click();
};

describe('F176 F193 a room that is opened', () => {
  test('is joined on this browser’s connection, shows what was said, and is left', async () => {
    const room = serveRoom({ entries: said(2) });
    const page = await renderChat(room);
    await expect.element(page.getByText('Message 2')).toBeVisible();
    await expect.poll(() => room.joined.mock.calls).toEqual([['c1']]);
    await page.unmount();
    await expect.poll(() => room.left.mock.calls).toEqual([['c1']]);
  });

  test('W28 stays heard while another tab of the browser has it open', async () => {
    const room = serveRoom({ entries: said(1) });
    const one = await renderChat(room);
    await expect.poll(() => room.joined.mock.calls.length).toBe(1);
    const two = await renderChat(room);
    await expect.poll(() => room.joined.mock.calls.length).toBe(2);
    await two.unmount();
    // A third that opens it waits for any leave that was on its way.
    const three = await renderChat(room);
    await expect.poll(() => room.joined.mock.calls.length).toBe(3);
    expect(room.left).not.toHaveBeenCalled();
    await three.unmount();
    await one.unmount();
    await expect.poll(() => room.left.mock.calls.length).toBe(1);
  });

  test('that is refused says so, and shows nothing of it', async () => {
    const room = serveRoom({ entries: said(1) });
    const gone = () => {
      throw problems.notFound('The room');
    };
    answer(roomRoutes.get, gone);
    answer(roomRoutes.join, gone);
    answer(roomRoutes.messages, gone);
    const page = await renderChat(room);
    await expect.element(page.getByText('The room was not found')).toBeVisible();
    await expect.element(page.getByRole('button', { name: 'Retry' })).toBeVisible();
  });

  test('Q24: a leader who may read only once they have joined sees no refusal on the way in', async () => {
    const room = serveRoom({ entries: said(1) });
    const readAfterJoin = [roomRoutes.get, roomRoutes.messages] as const;
    const refuse = () => {
      throw new ProblemError({ type: '/problems/not-joined', title: 'Join the room first', status: 409 });
    };
    for (const route of readAfterJoin) answer(route, refuse);
    answer(roomRoutes.join, ({ body }) => {
      room.joined(body.connectionId);
      room.answerReading();
      return room.head();
    });
    const page = await renderChat(room);
    await expect.element(page.getByText('Message 1')).toBeVisible();
    expect(page.getByText('Join the room first').elements()).toEqual([]);
  });

  test('with nothing in it invites', async () => {
    const page = await renderChat(serveRoom());
    await expect.element(page.getByText('No messages yet. Say hello.')).toBeVisible();
  });
});

describe('F177 F179 writing', () => {
  test('Enter sends, Shift+Enter begins a line', async () => {
    const room = serveRoom();
    const page = await renderChat(room);
    await field(page).click();
    await userEvent.keyboard('Good morning{Shift>}{Enter}{/Shift}Is it ready?{Enter}');
    await expect.element(page.getByText('Sent', { exact: true })).toBeVisible();
    expect(room.entries).toMatchObject([{ text: 'Good morning\nIs it ready?' }]);
    await expect.element(field(page)).toHaveValue('');
  });

  test('what the other side writes comes in live, once', async () => {
    const room = serveRoom({ entries: said(1) });
    const page = await renderChat(room);
    await expect.element(page.getByText('Message 1')).toBeVisible();
    const message = makeMessage(2);
    room.happen(message);
    sendLive({ kind: 'entry.added', roomId: room.room.id, entry: message });
    await expect.element(page.getByText('Message 2')).toBeVisible();
    expect(bubbles(page)).toEqual(['Message 1', 'Message 2']);
  });

  test.each([
    ['HTML', '<b>bold</b><script>alert(1)</script>'],
    ['an image that would run', '<img src=x onerror="alert(1)">'],
    ['Hindi', 'नमस्ते दीपिका'],
    ['Hebrew', 'שלום, מה שלומך?'],
    ['emoji', '👩‍👩‍👧‍👦 🏳️‍🌈'],
  ])('%s is shown as it was typed', async (_, text) => {
    const page = await renderChat(serveRoom({ entries: [makeMessage(1, { text })] }));
    await expect.element(page.getByText(text)).toBeVisible();
    expect(page.getByText(text).element().closest('[dir]')?.getAttribute('dir')).toBe('auto');
    expect(page.getByRole('log').element().querySelector('script, img[src="x"], b')?.textContent ?? '').not.toContain(
      'bold',
    );
  });

  test('what cannot be seen of a pasted text is taken out: control characters and direction overrides', async () => {
    const room = serveRoom();
    const page = await renderChat(room);
    await field(page).fill('invoice\u202Efdp.exe\u0000');
    await page.getByRole('button', { name: 'Send' }).click();
    await expect.poll(() => room.entries).toMatchObject([{ text: 'invoicefdp.exe' }]);
  });

  test('100,000 characters are refused with how many are too many, and stay in the field', async () => {
    const room = serveRoom();
    const page = await renderChat(room);
    await field(page).fill('x'.repeat(100_000));
    await page.getByRole('button', { name: 'Send' }).click();
    await expect.element(page.getByText('A message holds 4,000 characters; this is 96,000 too long')).toBeVisible();
    await expect.element(page.getByText('100,000 of 4,000')).toBeVisible();
    expect(room.entries).toEqual([]);
    await expect.element(field(page)).toHaveValue('x'.repeat(100_000));
  });

  test('nothing is sent of blanks', async () => {
    const room = serveRoom();
    const page = await renderChat(room);
    await field(page).fill('   ');
    await page.getByRole('button', { name: 'Send' }).click();
    expect(room.entries).toEqual([]);
  });

  test('a draft survives a reload', async () => {
    const room = serveRoom();
    const first = await renderChat(room);
    await field(first).fill('Half a thou');
    await first.unmount();
    const again = await renderChat(room);
    await expect.element(field(again)).toHaveValue('Half a thou');
  });

  test('@ offers the people of the room, and the keyboard picks one', async () => {
    const room = serveRoom();
    const page = await renderChat(room);
    await field(page).click();
    await userEvent.keyboard('Ask @di');
    await expect.element(page.getByRole('option', { name: /Dipika Sarraf/ })).toBeVisible();
    await userEvent.keyboard('{Enter}today{Enter}');
    await expect.poll(() => room.entries).toMatchObject([{ text: 'Ask @Dipika Sarraf today', mentions: [dipika.id] }]);
    await expect.element(page.getByText('@Dipika Sarraf')).toBeVisible();
  });
});

describe('F183 what is done to a message', () => {
  test('a reply shows what it answers, and a click goes there', async () => {
    const room = serveRoom({ entries: [makeMessage(1, { text: 'Is the claw safe?' })] });
    const page = await renderChat(room);
    await menuOf(page, 'Is the claw safe?');
    await page.getByRole('menuitem', { name: 'Reply' }).click();
    await expect.element(page.getByText('Reply to Dipika Sarraf')).toBeVisible();
    await userEvent.keyboard('It is{Enter}');
    await expect.poll(() => room.entries).toMatchObject([{}, { text: 'It is', replyTo: { seq: 1 } }]);
    await page.getByRole('button', { name: /Is the claw safe/ }).click();
    await expect.element(page.getByRole('article').first()).toHaveFocus();
  });

  test('an emoji goes on at once and comes off again', async () => {
    const room = serveRoom({ entries: said(1) });
    const page = await renderChat(room);
    await menuOf(page, 'Message 1');
    await page.getByRole('menuitem', { name: 'Heart' }).click();
    const heart = page.getByRole('button', { name: 'Heart, 1: You' });
    await expect.element(heart).toHaveAttribute('aria-pressed', 'true');
    await expect.poll(() => room.entries).toMatchObject([{ reactions: [{ emoji: '❤️', by: [tomas.id] }] }]);
    await heart.click();
    await expect.element(heart).not.toBeInTheDocument();
  });

  test('Arrow Up in the empty field mends the last of one’s own, Esc gives up', async () => {
    const sentAt = new Date().toISOString();
    const room = serveRoom({ entries: [makeMessage(1, { ...byTomas, text: 'Redy', sentAt }), makeMessage(2)] });
    const page = await renderChat(room);
    await field(page).click();
    await userEvent.keyboard('{ArrowUp}');
    await expect.element(field(page)).toHaveValue('Redy');
    await userEvent.keyboard('{Escape}');
    await expect.element(field(page)).toHaveValue('');
    await userEvent.keyboard('{ArrowUp}');
    await field(page).fill('Ready');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText('edited')).toBeVisible();
    await expect.poll(() => room.entries[0]).toMatchObject({ text: 'Ready' });
  });

  test('an edit that is refused is taken back, and what was typed is still there', async () => {
    const room = serveRoom({
      entries: [makeMessage(1, { ...byTomas, text: 'Redy', sentAt: new Date().toISOString() })],
    });
    answer(roomRoutes.edit, () => {
      throw problems.forbidden();
    });
    const page = await renderChat(room);
    await field(page).click();
    await userEvent.keyboard('{ArrowUp}');
    await field(page).fill('Ready');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText('Your role does not allow this')).toBeVisible();
    await expect.element(page.getByRole('log').getByText('Redy')).toBeVisible();
    await expect.element(field(page)).toHaveValue('Ready');
  });

  test('deleting is asked for in its place, and leaves a line', async () => {
    const room = serveRoom({ entries: [makeMessage(1, { ...byTomas, text: 'Oops' })] });
    const page = await renderChat(room);
    await menuOf(page, 'Oops');
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    await expect.element(page.getByRole('alertdialog')).toBeVisible();
    await page.getByRole('button', { name: 'Delete' }).click();
    await expect.element(page.getByText('This message was deleted')).toBeVisible();
    await expect.poll(() => room.entries[0]).toMatchObject({ text: '' });
  });

  test('what others wrote is neither edited nor deleted by an employee', async () => {
    const page = await renderChat(serveRoom({ entries: said(1) }));
    await menuOf(page, 'Message 1');
    await expect.element(page.getByRole('menuitem', { name: 'Copy' })).toBeVisible();
    expect(page.getByRole('menuitem', { name: /Edit|Delete/ }).elements()).toEqual([]);
  });

  test('the arrows walk from message to message, and each says whose it is and when', async () => {
    const page = await renderChat(serveRoom({ entries: said(3) }));
    await expect.element(page.getByText('Message 3')).toBeVisible();
    page.getByRole('log').element().focus();
    await userEvent.keyboard('{ArrowUp}{ArrowUp}');
    await expect.element(page.getByRole('article').nth(1)).toHaveFocus();
    await expect.element(page.getByRole('article').nth(1)).toHaveAccessibleName(/^Dipika Sarraf, 20 Nov/);
    await userEvent.keyboard('{Tab}');
    await expect.element(page.getByRole('article').nth(1).getByRole('button', { name: 'Reply' })).toHaveFocus();
  });

  test('what happened stands between the messages', async () => {
    const ines = { id: crypto.randomUUID(), name: 'Ines Halvorsen', role: 'admin' as const };
    const sum = { paymentId: crypto.randomUUID(), amount: 24_000, currency: 'USD' };
    const entries = [
      makeLine(1, { what: 'joined', who: ines, as: 'observer' }),
      makeLine(2, { what: 'status', status: 'in-progress', by: tomas }),
      makeLine(3, { what: 'payment-requested', ...sum, by: tomas }),
      makeLine(4, { what: 'paid', ...sum, by: dipika }),
      makeLine(5, { what: 'refunded', ...sum, amount: 3000, by: ines }),
      makeLine(6, { what: 'refunded', ...sum, amount: 500, by: null }),
    ];
    const page = await renderChat(serveRoom({ entries }));
    await expect.element(page.getByText('Ines Halvorsen (admin) joined')).toBeVisible();
    await expect.element(page.getByText('Tomas Abara set In progress')).toBeVisible();
    await expect.element(page.getByText('Tomas Abara asked for $240.00')).toBeVisible();
    await expect.element(page.getByText('Dipika Sarraf paid $240.00')).toBeVisible();
    await expect.element(page.getByText('Ines Halvorsen refunded $30.00')).toBeVisible();
    await expect.element(page.getByText('$5.00 was refunded')).toBeVisible();
  });
});
