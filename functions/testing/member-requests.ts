import { memberRoutes } from '#domain/members/routes.ts';
import { invitationFor, mailTo, Person } from '#infra/people/person.ts';
import { joinBusiness, password } from './join-business.ts';
import { asking, fresh, type Make, plain } from './making.ts';
import type { Business } from './two-businesses.ts';

/** The member id of somebody who has just signed up. */
async function newcomerTo({ where, ids: { slug } }: Business): Promise<string> {
  const person = await joinBusiness(where, { slug, email: fresh('newcomer'), isKnown: false });
  return (await person.call(memberRoutes.me)).member.id;
}

const onNewcomer =
  (body?: object): Make =>
  async (business) => ({
    person: business.people.admin,
    sent: { params: { memberId: await newcomerTo(business) }, ...(body && { body }) },
  });

async function tokenFor({ mailUrl }: Business['where'], admin: Person): Promise<string> {
  const email = fresh('colleague');
  await admin.call(memberRoutes.invite, { body: { email, role: 'employee' } });
  return invitationFor(mailUrl, email);
}

/** The accepted requests of the routes about people. */
export const memberRequests: Record<string, Make> = {
  'members-complete-profile': async ({ where, ids: { slug } }) => ({
    person: await joinBusiness(where, { slug, email: fresh('newcomer'), isKnown: false }),
    sent: { body: { task: 'Ring resize, N to P.\nBy Friday.', role: 'customer', age: 30 } },
  }),
  'members-add': asking(() => ({ name: 'Ida Vik', age: 29, email: fresh('added'), role: 'employee', password })),
  'members-change': async (business) => {
    const memberId = await newcomerTo(business);
    const { version } = await business.people.admin.call(memberRoutes.get, { params: { memberId } });
    const body = {
      version,
      name: 'Ida Vik',
      age: 29,
      role: 'employee',
      capabilities: ['canWorkLeads'],
      verified: true,
    };
    return { person: business.people.admin, sent: { params: { memberId }, body } };
  },
  'members-verify': plain,
  'members-reject': onNewcomer({ reason: 'We do not know you.' }),
  'members-suspend': onNewcomer({ reason: 'A bill is open.' }),
  'members-resume': onNewcomer(),
  'members-delete': onNewcomer(),
  'members-restore': onNewcomer(),
  'members-ask-email': async ({ where, ids: { slug } }) => {
    const person = await joinBusiness(where, { slug, email: fresh('moving'), isKnown: false });
    const memberId = (await person.call(memberRoutes.me)).member.id;
    return { person, sent: { params: { memberId }, body: { email: fresh('moved') } } };
  },
  'members-confirm-email': async ({ where, ids: { slug } }) => {
    const person = await joinBusiness(where, { slug, email: fresh('moving'), isKnown: false });
    const memberId = (await person.call(memberRoutes.me)).member.id;
    const email = fresh('moved');
    await person.call(memberRoutes.askEmail, { params: { memberId }, body: { email } });
    const { text } = await mailTo(where.mailUrl, email);
    return { person, sent: { body: { token: /\/confirm-email\/([\w-]+)/.exec(text)![1]!, email } } };
  },
  'members-bulk': asking(async (business) => ({
    action: 'verify',
    where: { ids: [await newcomerTo(business), crypto.randomUUID()] },
  })),
  'members-undo-bulk': plain,
  'members-resend-invitation': plain,
  'members-revoke-invitation': async ({ people }) => {
    const body = { email: fresh('revoked'), role: 'employee' } as const;
    const { id: invitationId } = await people.admin.call(memberRoutes.invite, { body });
    return { person: people.admin, sent: { params: { invitationId } } };
  },
  'members-open-invitation': async ({ where, people }) => ({
    person: new Person(where.origin),
    sent: { body: { token: await tokenFor(where, people.admin) } },
  }),
  'members-invite': asking(() => ({ email: fresh('invited'), role: 'manager' })),
  'members-accept-invitation': async ({ where, people }) => ({
    person: new Person(where.origin),
    sent: { body: { token: await tokenFor(where, people.admin), name: 'Ida Vik', age: 29, password } },
  }),
  'members-loads': async ({ people, ids: { memberId } }) => ({
    person: people.admin,
    sent: { query: { ids: memberId } },
  }),
};
