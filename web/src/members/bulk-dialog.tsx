import { Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import type { BulkAction } from '#domain/members/bulk.ts';
import type { Member } from '#domain/members/member.ts';
import { problemIn } from '#web/platform/problem-of.ts';
import type { Picked } from '#web/platform/list/list.tsx';
import { useLastJob, useStartBulk } from './bulk-queries.ts';
import { bulkWords } from './bulk-words.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { counted } from './counted.ts';
import { type MemberFilters, memberTotal } from './member-queries.ts';
import classes from './members.module.css';

type Props = { action: BulkAction; picked: Picked<Member>; filter: MemberFilters; onClose: () => void };

/** Above this the word has to be typed: so many people are not deleted by a slip. */
const typedAbove = 100;
const typedWord = 'DELETE';

/** Verify or delete the picked people, or all that match: how many, and whom it will surprise, before it begins. */
export function BulkDialog({ action, picked, filter, onClose }: Props) {
  const [typed, setTyped] = useState('');
  const start = useStartBulk();
  const { keep } = useLastJob();
  const { verb, isDanger } = bulkWords[action];
  const unfilled = useUnfilled(picked, filter);

  const count = picked.count;
  const people = count === undefined ? 'everybody who matches' : counted(count, 'user');
  const asksTyping = isDanger && (count === undefined || count > typedAbove);
  const begin = () =>
    start.mutate(
      { action, where: picked.rows ? { ids: picked.rows.map(({ id }) => id) } : { filter } },
      {
        onSuccess: ({ id }) => {
          keep(id);
          picked.clear();
          onClose();
        },
      },
    );

  return (
    <ConfirmDialog
      title={`${verb} ${people}?`}
      verb={`${verb} ${people}`}
      isDanger={isDanger}
      isReady={!asksTyping || typed.trim().toUpperCase() === typedWord}
      isPending={start.isPending}
      problem={start.error && problemIn(start.error)}
      onConfirm={begin}
      onClose={onClose}
    >
      <Text>
        {isDanger
          ? 'They are signed out and cannot come in any more. They can be restored for 30 days. You and the last admin are left out.'
          : 'They can come in at once, and whoever waits on the page does so by itself. No mail is sent.'}
      </Text>
      {!isDanger && unfilled > 0 && (
        <p className={classes.warning}>
          <IconAlertTriangle size={16} stroke={1.5} aria-hidden />
          {counted(unfilled, 'of them has', 'of them have')} not filled the form: they meet Complete Your Profile at
          their next sign-in.
        </p>
      )}
      {asksTyping && (
        <TextInput
          size="md"
          label={`Type ${typedWord} to confirm`}
          autoComplete="off"
          data-autofocus
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      )}
    </ConfirmDialog>
  );
}

/** How many of the picked have not filled the form; of all that match the server knows. */
function useUnfilled({ rows }: Picked<Member>, filter: MemberFilters): number {
  const isKnown = rows !== undefined || (filter.status !== undefined && filter.status !== 'email-verified');
  const { data } = useQuery({ ...memberTotal({ ...filter, status: 'email-verified' }), enabled: !isKnown });
  return rows ? rows.filter(({ submittedAt }) => submittedAt === null).length : (data?.count ?? 0);
}
