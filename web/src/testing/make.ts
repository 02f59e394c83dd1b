import type { BulkJob } from '#domain/members/bulk.ts';
import type { Invitation } from '#domain/members/invitation.ts';
import type { Me, Member, MemberWithLoad } from '#domain/members/member.ts';
import { newPayment, type Payment } from '#domain/payments/payment.ts';
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

  /** A member with what stands beside them in the list of users. */
  user: (change: Partial<MemberWithLoad> = {}): MemberWithLoad => ({
    tasksAssigned: 0,
    assignedPeople: 0,
    ...make.member(change),
    ...change,
  }),

  bulkJob: (change: Partial<BulkJob> = {}): BulkJob => ({
    id: crypto.randomUUID(),
    action: 'verify',
    state: 'done',
    total: 2,
    done: 2,
    changed: 2,
    skipped: {},
    unfilled: 0,
    restored: 0,
    by: { memberId: crypto.randomUUID(), name: 'Ines Halvorsen' },
    createdAt: at,
    updatedAt: at,
    undoUntil: '2099-12-20T09:00:00.000Z',
    ...change,
  }),

  invitation: (change: Partial<Invitation> = {}): Invitation => ({
    id: crypto.randomUUID(),
    email: 'tomas@example.com',
    role: 'employee',
    name: null,
    age: null,
    hasPassword: false,
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
    statusAt: at,
    deletedAt: null,
    version: '"1"',
    ...change,
  }),

  payment: (change: Partial<Payment> = {}): Payment => ({
    ...newPayment({
      id: crypto.randomUUID(),
      customer: { id: crypto.randomUUID(), name: 'Dipika Sarraf', email: 'dipika@example.com' },
      amount: 10_000,
      currency: 'USD',
      status: 'paid',
      createdAt: at,
    }),
    method: 'card',
    methodDetail: 'Visa ending 4242',
    paidOn: '2026-11-20',
    version: '"1"',
    ...change,
  }),
};
