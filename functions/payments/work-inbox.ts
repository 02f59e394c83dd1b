import { secondsToWait } from '#functions/platform/outage.ts';
import { applyStripeNews } from './apply-stripe-news.ts';
import { inboxStore } from './inbox-store.ts';
import { StripeNews } from './stripe-news.ts';

type Report = (error: unknown) => void;

/**
 * From the feed of the inbox: what Stripe told is looked up and stored. Several events of one kind about one object are
 * one look: what is read then is newer than all of them.
 */
export async function workInbox(documents: readonly unknown[], report: Report): Promise<void> {
  // Cursors of the reconciler, and what it has worked on itself, say nothing.
  const news = documents.flatMap((document) => StripeNews.safeParse(document).data ?? []);
  const looks = Map.groupBy(news, ({ account, type, object }) => `${account} ${type} ${object.id}`);
  await Promise.all([...looks.values()].map((alike) => look(alike, report)));
}

async function look(alike: StripeNews[], report: Report): Promise<void> {
  try {
    await applyStripeNews(alike[0]!, report);
  } catch (error) {
    // Stripe or the store is away for all of them: the feed brings them again.
    if (secondsToWait(error) !== null) throw error;
    report(error);
    // One that fails must not hold up the others: the reconciler finds it at Stripe.
    for (const { id } of alike) await inboxStore.forget(id);
  }
}
