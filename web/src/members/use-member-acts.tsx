import { useCallback, useState } from 'react';
import type { Member } from '#domain/members/member.ts';
import { memberRoutes } from '#domain/members/routes.ts';
import { toast, toastProblem } from '#web/platform/toast.tsx';
import { DeleteDialog } from './delete-dialog.tsx';
import { type AskedAct, isPlain, type MemberAct } from './member-acts.ts';
import { useMemberAct } from './member-queries.ts';
import { ReasonDialog } from './reason-dialog.tsx';

export type RunAct = (act: MemberAct, member: Member) => void;

/** What one can do with a person, from a row's menu and from their own page; some acts ask before. */
export function useMemberActs(onDeleted?: () => void) {
  const [asking, setAsking] = useState<{ act: AskedAct; member: Member } | null>(null);
  const { mutate: verify } = useMemberAct(memberRoutes.verify, ({ name }) => toast(`${name} is verified`));
  const { mutate: resume } = useMemberAct(memberRoutes.resume, ({ name }) => toast(`${name} may come in again`));
  const { mutate: restore } = useMemberAct(memberRoutes.restore, ({ name }) => toast(`${name} is restored`));

  const run: RunAct = useCallback(
    (act, member) => {
      if (!isPlain(act)) return setAsking({ act, member });
      const send = { verify, resume, restore }[act];
      send({ params: { memberId: member.id } }, { onError: toastProblem });
    },
    [verify, resume, restore],
  );
  return { run, dialog: asking && <Dialog {...asking} onDeleted={onDeleted} onClose={() => setAsking(null)} /> };
}

type DialogProps = { act: AskedAct; member: Member; onDeleted: (() => void) | undefined; onClose: () => void };

function Dialog({ act, member, onDeleted, onClose }: DialogProps) {
  if (act === 'delete') return <DeleteDialog member={member} onClose={onClose} onDeleted={onDeleted} />;
  return <ReasonDialog act={act} member={member} onClose={onClose} />;
}
