import { memberRoutes } from '#domain/members/routes.ts';
import { sessionRoutes } from '#domain/sessions/routes.ts';
import { joinBusiness } from './join-business.ts';
import { fresh, type Make } from './making.ts';

/** The accepted requests of the routes about sessions. */
export const sessionRequests: Record<string, Make> = {
  'sessions-end': async ({ where, ids: { slug } }) => {
    const email = fresh('two-browsers');
    const person = await joinBusiness(where, { slug, email, isKnown: false });
    await joinBusiness(where, { slug, email, isKnown: true });
    const { items } = await person.call(sessionRoutes.list);
    return { person, sent: { params: { sessionId: items.find(({ isCurrent }) => !isCurrent)!.id } } };
  },
  'sessions-end-others': async ({ where, ids: { slug } }) => ({
    person: await joinBusiness(where, { slug, email: fresh('one-browser'), isKnown: false }),
    sent: {},
  }),
  'sessions-sign-out-member': async ({ where, people, ids: { slug } }) => {
    const member = await joinBusiness(where, { slug, email: fresh('signed-out'), isKnown: false });
    const memberId = (await member.call(memberRoutes.me)).member.id;
    return { person: people.admin, sent: { params: { memberId } } };
  },
};
