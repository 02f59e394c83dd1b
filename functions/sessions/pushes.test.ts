import { describe, expect, test } from 'vitest';
import { pushBrowser } from '#infra/local/push/browser.ts';
import { signOut } from '#functions/accounts/session.ts';
import { signIn } from '#functions/accounts/sign-in.ts';
import { subscribePush } from '#functions/notifications/subscribe-push.ts';
import { config } from '#functions/platform/config.ts';
import { joined, password, withBusiness } from '#functions/testing/people.ts';
import { type Visitor, visitorOf } from '#functions/testing/visitor.ts';
import type { Crm } from '#functions/testing/with-crm.ts';
import { endOwnSession } from './end-own-sessions.ts';

async function pushedTo(visitor: Visitor): Promise<string> {
  const { subscription } = pushBrowser(config.push!.hosts[0]!);
  await visitor.works((work) => subscribePush(work, subscription));
  return subscription.endpoint;
}

/** A laptop and a phone of one person, both of which show pushes. */
async function twoBrowsers(crm: Crm) {
  const { visitor: laptop, me } = await joined(crm);
  const phone = visitorOf(crm);
  await phone.does((visit) => signIn(visit, { email: me.member.email, password }));
  const endpoints = { laptop: await pushedTo(laptop), phone: await pushedTo(phone) };
  const left = async () =>
    (await crm.system().notifications.subscriptionsOf(me.member.id)).map(({ endpoint }) => endpoint);
  return { laptop, phone, endpoints, left };
}

describe('W4 a browser shows no more pushes', () => {
  test(
    'once it is signed out from another one, which goes on',
    withBusiness(async (crm) => {
      const { laptop, phone, endpoints, left } = await twoBrowsers(crm);
      const { sessionId } = (await phone.caller())!;
      await laptop.works((work) => endOwnSession(work, sessionId));
      expect(await left()).toEqual([endpoints.laptop]);
    }),
  );

  test(
    'once its person signs out of it, or another signs in',
    withBusiness(async (crm) => {
      const { laptop, phone, endpoints, left } = await twoBrowsers(crm);
      await phone.works(signOut);
      expect(await left()).toEqual([endpoints.laptop]);
      const { me: other } = await joined(crm);
      await laptop.does((visit) => signIn(visit, { email: other.member.email, password }));
      expect(await left()).toEqual([]);
    }),
  );
});
