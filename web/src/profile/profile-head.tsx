import { Title } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import type { Member } from '#domain/members/member.ts';
import { roleNames } from '#web/members/role-names.ts';
import { Avatar } from '#web/platform/person.tsx';
import { Status } from '#web/platform/status.tsx';
import type { PhotoDraft } from './profile-queries.ts';
import classes from './profile.module.css';

export function ProfileHead({ member, draft }: { member: Member; draft: PhotoDraft | null }) {
  return (
    <>
      {draft?.kind === 'new' ? (
        <img src={draft.address} alt="You, as others will see you" className={classes.preview} />
      ) : (
        <Avatar person={draft?.kind === 'none' ? { name: member.name } : member} size={128} />
      )}
      <Title order={1} className={classes.name}>
        {member.name}
      </Title>
      <div className={`cut ${classes.email}`}>{member.email}</div>
      <div className={classes.standing}>
        <Status icon={IconCheck} tone="good">
          Verified
        </Status>
        <span className="muted">· {roleNames[member.role]}</span>
      </div>
    </>
  );
}
