import type { Invitation, Me, Member } from '#domain/members/member.ts';
import type { Payment } from '#domain/payments/payment.ts';
import type { Task } from '#domain/tasks/task.ts';

const at = '2026-11-20T09:00:00.000Z';

/** Valid examples; a test writes only what matters to it. */
export const make = {
  member: (change: Partial<Member> = {}): Member => ({
    id: crypto.randomUUID(),
    accountId: crypto.randomUUID(),
    name: 'Ines Halvorsen',
    email: 'ines@example.com',
    age: 43,
    role: 'admin',
    status: 'verified',
    reason: null,
    capabilities: [],
    joinedBy: 'password',
    photo: null,
    skills: null,
    customerId: change.role === 'customer' ? crypto.randomUUID() : null,
    createdAt: at,
    submittedAt: at,
    verifiedAt: at,
    updatedAt: at,
    deletedAt: null,
    version: '"1"',
    ...change,
  }),

  me: (change: Partial<Member> = {}): Me => ({
    member: make.member(change),
    workspace: {
      id: '0193f0a0-0000-7000-8000-000000000001',
      slug: 'marlow-street',
      name: 'Marlow Street Jewellers',
      currency: 'USD',
      timeZone: 'Europe/Oslo',
    },
  }),

  invitation: (change: Partial<Invitation> = {}): Invitation => ({
    id: crypto.randomUUID(),
    email: 'tomas@example.com',
    role: 'employee',
    invitedBy: 'Ines Halvorsen',
    createdAt: at,
    expiresAt: '2026-11-27T09:00:00.000Z',
    acceptedAt: null,
    ...change,
  }),

  task: (change: Partial<Task> = {}): Task => ({
    id: crypto.randomUUID(),
    title: 'Ring resize, N to P',
    description: 'The blue one.',
    status: 'pending',
    dueOn: null,
    customer: { id: crypto.randomUUID(), name: 'Dipika Sarraf', email: 'dipika@example.com' },
    employee: null,
    createdAt: at,
    updatedAt: at,
    version: '"1"',
    ...change,
  }),

  payment: (change: Partial<Payment> = {}): Payment => ({
    id: crypto.randomUUID(),
    customer: { id: crypto.randomUUID(), name: 'Dipika Sarraf', email: 'dipika@example.com' },
    task: null,
    amount: 10_000,
    currency: 'USD',
    status: 'paid',
    method: 'card',
    failureReason: null,
    createdAt: at,
    updatedAt: at,
    paidOn: '2026-11-20',
    version: '"1"',
    ...change,
  }),
};
