import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { breakSocket, sendLive } from '#web/testing/live.ts';
import { makeMessage } from '#web/testing/make-scored.ts';
import { byTomas, dipika, field, renderChat, said, serveRoom, tomas } from '#web/testing/room.tsx';

type Page = Awaited<ReturnType<typeof renderChat>>;
const receipt = (read: number, delivered = read) => ({ read, readAt: '2026-11-20T09:30:00.000Z', delivered });
const bubbles = (page: Page) =>
  page
    .getByRole('log')
    .getByText(/^Message \d+$/)
    .elements()
    .map((each) => each.textContent);

describe('F190 typing', () => {
  test('is said once in three seconds, and never of an empty field', async () => {
    const room = serveRoom();
    const page = await renderChat(room);
    await field(page).click();
    await userEvent.keyboard('Hello there');
    expect(room.typed).toHaveBeenCalledTimes(1);
  });

  test('of the other side shows, and ends with their message', async () => {
    const room = serveRoom();
    const page = await renderChat(room);
    await expect.poll(() => room.joined.mock.calls.length).toBe(1);
    sendLive({ kind: 'typing', roomId: room.room.id, memberId: dipika.id });
    await expect.element(page.getByText('Dipika is typing')).toBeVisible();
    room.happen(makeMessage(1));
    await expect.element(page.getByText('Dipika is typing')).not.toBeInTheDocument();
  });
});

describe('F191 receipts', () => {
  test.each([
    ['sent', {}, 'Sent'],
    ['delivered', { [dipika.id]: receipt(0, 1) }, 'Delivered'],
    ['read', { [dipika.id]: receipt(1) }, /^Read \d\d:30$/],
  ])('of two: %s', async (_, receipts, words) => {
    const page = await renderChat(serveRoom({ entries: [makeMessage(1, byTomas)], receipts }));
    await expect.element(page.getByText(words)).toBeVisible();
  });

  test('of more: how many have read it, and who', async () => {
    const noor = { id: crypto.randomUUID(), name: 'Noor Haddad', role: 'employee' as const, as: 'member' as const };
    const members = [dipika, noor, { ...byTomas.sender, as: 'member' as const }];
    const room = serveRoom({
      entries: [makeMessage(1, byTomas)],
      room: { members },
      receipts: { [dipika.id]: receipt(1), [noor.id]: receipt(1) },
    });
    const page = await renderChat(room);
    await page.getByText('Read by 2').hover();
    await expect.element(page.getByText('Dipika Sarraf, Noor Haddad')).toBeVisible();
  });

  test('a receipt comes in live, and never goes back', async () => {
    const room = serveRoom({ entries: [makeMessage(1, byTomas)] });
    const page = await renderChat(room);
    await expect.element(page.getByText('Sent', { exact: true })).toBeVisible();
    await expect.poll(() => room.joined.mock.calls.length).toBe(1);
    const tell = (receipt: { read: number; delivered: number; readAt: string | null }) =>
      sendLive({ kind: 'receipt.changed', roomId: room.room.id, memberId: dipika.id, receipt });
    tell(receipt(1));
    await expect.element(page.getByText(/^Read/)).toBeVisible();
    tell({ read: 0, readAt: null, delivered: 1 });
    await expect.element(page.getByText(/^Read/)).toBeVisible();
  });

  test('what is in view of somebody who looks is told as read', async () => {
    const room = serveRoom({ entries: said(3) });
    const page = await renderChat(room);
    await field(page).click();
    await expect.poll(() => room.told).toContainEqual({ read: 3 });
  });
});

describe('history', () => {
  test('loads upward by itself, and the list stays whole', async () => {
    const page = await renderChat(serveRoom({ entries: said(120) }));
    await expect.element(page.getByText('Message 120')).toBeVisible();
    expect(page.getByText('Message 10', { exact: true }).elements()).toEqual([]);
    const log = page.getByRole('log').element();
    log.scrollTo({ top: -log.scrollHeight });
    await expect.poll(() => page.getByText('Message 1', { exact: true }).elements().length).toBe(0);
    // The place stays: what was at the top of the view still is.
    await expect.poll(() => log.querySelectorAll('[data-row]').length).toBe(120);
    log.scrollTo({ top: -log.scrollHeight });
    await expect.element(page.getByText('Message 1', { exact: true })).toBeInViewport();
    expect(bubbles(page).slice(0, 10)).toEqual(said(10).map(({ text }) => text));
  });

  test('a reader further up stays where they are when something comes, and is told how much', async () => {
    const room = serveRoom({ entries: said(50) });
    const page = await renderChat(room);
    await expect.element(page.getByText('Message 50')).toBeVisible();
    await expect.poll(() => room.joined.mock.calls.length).toBe(1);
    const log = page.getByRole('log').element();
    log.scrollTo({ top: -400 });
    await expect.element(page.getByRole('button', { name: 'To the newest' })).toBeVisible();
    const seen = page.getByText('Message 40', { exact: true });
    const { top } = seen.element().getBoundingClientRect();
    room.happen(makeMessage(51, { text: 'One more\n\nthat is tall' }));
    room.happen(makeMessage(52));
    await expect.element(page.getByRole('button', { name: '2 new messages' })).toBeVisible();
    await expect.poll(() => Math.abs(seen.element().getBoundingClientRect().top - top)).toBeLessThan(2);
    await page.getByRole('button', { name: '2 new messages' }).click();
    await expect.element(page.getByText('Message 52')).toBeInViewport();
  });

  test('what one has not seen begins at a line, and a button leads there', async () => {
    const room = serveRoom({ entries: said(120), receipts: { [tomas.id]: receipt(20) } });
    const page = await renderChat(room);
    await page.getByRole('button', { name: 'Jump to first unread' }).click();
    await expect.element(page.getByText('Message 21', { exact: true })).toBeInViewport();
    await expect.element(page.getByText('New', { exact: true })).toBeVisible();
  });

  test('a message is gone to, however far up it is', async () => {
    const page = await renderChat(serveRoom({ entries: said(500) }), { seq: 7 });
    await expect.element(page.getByText('Message 7', { exact: true })).toBeInViewport();
  });
});

describe('F196 Q27 what was missed', () => {
  test('between two events is fetched, and the order is the server’s', async () => {
    const room = serveRoom({ entries: said(1) });
    const page = await renderChat(room);
    await expect.element(page.getByText('Message 1')).toBeVisible();
    await expect.poll(() => room.joined.mock.calls.length).toBe(1);
    room.store(makeMessage(2));
    room.happen(makeMessage(3));
    await expect.element(page.getByText('Message 3')).toBeVisible();
    expect(bubbles(page)).toEqual(['Message 1', 'Message 2', 'Message 3']);
  });

  test('without a connection is fetched by the next one: messages, edits and deletes', async () => {
    const room = serveRoom({ entries: said(2) });
    const page = await renderChat(room);
    await expect.element(page.getByText('Message 2')).toBeVisible();
    await expect.poll(() => room.joined.mock.calls.length).toBe(1);
    room.change(room.entries[0]!.id, () => ({ text: 'Mended', editedAt: new Date().toISOString() }));
    room.change(room.entries[1]!.id, () => ({ text: '', deletedAt: new Date().toISOString() }));
    room.store(makeMessage(3, { change: 5 }));
    breakSocket();
    await expect.element(page.getByText('Message 3')).toBeVisible();
    await expect.element(page.getByText('Mended')).toBeVisible();
    await expect.element(page.getByText('This message was deleted')).toBeVisible();
    await expect.poll(() => room.joined.mock.calls).toEqual([['c1'], ['c2']]);
  });
});
