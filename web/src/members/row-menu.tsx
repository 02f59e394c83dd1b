import { Menu } from '@mantine/core';
import { IconDots, IconUser } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import type { Member } from '#domain/members/member.ts';
import { actFaces } from './act-faces.ts';
import { actsOn } from './member-acts.ts';
import { useMe } from './me.ts';
import type { RunAct } from './use-member-acts.tsx';
import classes from './members.module.css';

type Props = { member: Member; onAct: RunAct };

/** Only a button until it is used: a long table makes hundreds of them while somebody scrolls. */
export function RowMenu(props: Props) {
  const [isUsed, setIsUsed] = useState(false);
  if (isUsed) return <OpenMenu {...props} />;
  return (
    <button
      type="button"
      className={classes.dots}
      aria-label={`Actions for ${props.member.name}`}
      aria-haspopup="menu"
      onClick={() => setIsUsed(true)}
    >
      <IconDots size={16} stroke={1.5} aria-hidden />
    </button>
  );
}

/** View Details, Verify, Reject…, Suspend…, Delete User: those that fit the person. */
function OpenMenu({ member, onAct }: Props) {
  const me = useMe().member;
  const navigate = useNavigate();
  const target = useRef<HTMLButtonElement>(null);
  return (
    // It was open from the first: whoever closes it by keyboard had the focus on a button that is gone.
    <Menu position="bottom-end" defaultOpened onClose={() => target.current?.focus({ preventScroll: true })}>
      <Menu.Target>
        <button ref={target} type="button" className={classes.dots} aria-label={`Actions for ${member.name}`}>
          <IconDots size={16} stroke={1.5} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {member.deletedAt === null && (
          <Menu.Item
            leftSection={<IconUser size={16} stroke={1.5} aria-hidden />}
            onClick={() => void navigate({ to: '/users/$memberId', params: { memberId: member.id } })}
          >
            View Details
          </Menu.Item>
        )}
        {actsOn(member, me.id).map((act) => {
          const { label, icon: Sign, isDanger } = actFaces[act];
          return (
            <Menu.Item
              key={act}
              leftSection={<Sign size={16} stroke={1.5} aria-hidden />}
              {...(isDanger && { c: 'var(--danger)' })}
              onClick={() => onAct(act, member)}
            >
              {label}
            </Menu.Item>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}
