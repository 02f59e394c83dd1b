import { useState } from 'react';
import { useMe } from '#web/members/me.ts';
import { NotificationsSection } from '#web/notifications/notifications-section.tsx';
import { AssignedTasks } from './assigned-tasks.tsx';
import { EditForm } from './edit-form.tsx';
import { PersonalInformation } from './personal-information.tsx';
import { PhotoEditor } from './photo-editor.tsx';
import { ProfileActions } from './profile-actions.tsx';
import type { PhotoDraft } from './profile-queries.ts';
import { ProfileHead } from './profile-head.tsx';
import { SecurityPart } from './security-part.tsx';
import classes from './profile.module.css';

/** One's own profile; there is no such page of somebody else. */
export function ProfilePage() {
  const { member } = useMe();
  const [draft, setDraft] = useState<PhotoDraft | null>(null);
  const [wasEdited, setWasEdited] = useState(false);
  const finish = () => {
    setDraft(null);
    setWasEdited(true);
  };

  return (
    <div className={classes.profile}>
      <title>Profile · StarOne CRM</title>
      <aside className={classes.aside}>
        <ProfileHead member={member} draft={draft} />
        {draft ? (
          <PhotoEditor hasPhoto={member.photo !== null} draft={draft} onDraft={setDraft} />
        ) : (
          <ProfileActions isFocused={wasEdited} onEdit={() => setDraft({ kind: 'same' })} />
        )}
      </aside>
      <div className={classes.parts}>
        {draft ? <EditForm member={member} draft={draft} onDone={finish} /> : <PersonalInformation />}
        <AssignedTasks />
        <NotificationsSection />
        <SecurityPart />
      </div>
    </div>
  );
}
