import { inject } from 'vitest';
import type { Caller, Role } from '#domain/kernel/access.ts';
import { uuidv7 } from '#domain/kernel/ids.ts';
import type { Customer } from '#domain/customers/customer.ts';
import { admit, newcomer } from '#domain/members/member.ts';
import { systemWork, type Visit, visitOf, type Work, workFor } from '#functions/work.ts';

export type Mail = {
  id: number;
  to: string;
  subject: string;
  text: string;
  html: string | null;
  attachments: { fileName: string; type: string; bytes: number }[];
};

const fail = (error: unknown): void => {
  throw error;
};

/** A fresh workspace over the real stores. Nothing in it is shared with another test. */
async function freshCrm() {
  const visit = (headers: Record<string, string> = {}): Visit => visitOf(new Headers(headers), fail);
  const workspaceId = uuidv7(Date.now());
  const system = systemWork(workspaceId, fail);
  const workspace = await system.workspace.add({
    name: 'Marlow Street Jewellers',
    slug: `shop-${workspaceId.slice(-12)}`,
    currency: 'USD',
    timeZone: 'Europe/Oslo',
  });

  const addCustomer = async (memberId: string | null = null): Promise<Customer> => {
    const id = system.newId();
    const at = system.now().toISOString();
    return system.customers.add({
      id,
      name: 'Dipika Sarraf',
      email: `${id}@example.com`,
      reference: null,
      memberId,
      owner: null,
      place: null,
      bornOn: null,
      measures: null,
      createdAt: at,
    });
  };

  /** Work as a verified member of that role; each call is another person. */
  const work = async (role: Role): Promise<Work> => {
    const memberId = system.newId();
    const customerId = role === 'customer' ? (await addCustomer(memberId)).id : null;
    const person = {
      id: memberId,
      accountId: system.newId(),
      name: `A verified ${role}`,
      email: `${memberId}@example.com`,
      age: 30,
      role,
      joinedBy: 'password',
    } as const;
    const member = await system.members.add({
      ...admit(newcomer(person, system.now()), role, system.now()),
      customerId,
    });
    const caller: Caller = {
      workspaceId: workspace.id,
      accountId: member.accountId,
      sessionId: system.newId(),
      provedAt: system.now().toISOString(),
      memberId,
      role,
      status: 'verified',
      name: member.name,
      customerId,
      capabilities: [],
      mustEnrol: false,
    };
    return workFor(caller, visit());
  };

  const mailTo = async (address: string): Promise<Mail[]> => {
    const response = await fetch(`${inject('mailUrl')}/messages?to=${encodeURIComponent(address)}`);
    return (await response.json()) as Mail[];
  };

  const attachedTo = async ({ id }: Mail, at = 0): Promise<Uint8Array> =>
    new Uint8Array(await (await fetch(`${inject('mailUrl')}/mail/${id}/attachments/${at}`)).arrayBuffer());

  return { workspace, system: () => system, visit, work, addCustomer, mailTo, attachedTo };
}
export type Crm = Awaited<ReturnType<typeof freshCrm>>;

export const withCrm = (run: (crm: Crm) => Promise<void>) => async (): Promise<void> => run(await freshCrm());
