import { Button } from '@mantine/core';
import { IconLogout, IconPencil, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useSignOut } from '#web/members/use-sign-out.tsx';
import { DeleteProfileDialog } from './delete-profile-dialog.tsx';
import classes from './profile.module.css';

const icon = { size: 16, stroke: 1.5, 'aria-hidden': true } as const;

/** `isFocused`: the form that stood here is gone, and with it what had the focus. */
export function ProfileActions({ isFocused, onEdit }: { isFocused: boolean; onEdit: () => void }) {
  const { signOut, isPending, dialog } = useSignOut();
  const [isDeleting, setIsDeleting] = useState(false);
  return (
    <div className={classes.actions}>
      <Button className="cap" leftSection={<IconPencil {...icon} />} autoFocus={isFocused} onClick={onEdit}>
        EDIT PROFILE
      </Button>
      <Button className="cap" leftSection={<IconLogout {...icon} />} loading={isPending} onClick={signOut}>
        LOGOUT
      </Button>
      <Button
        className="cap"
        variant="outline"
        color="red"
        leftSection={<IconTrash {...icon} />}
        onClick={() => setIsDeleting(true)}
      >
        DELETE PROFILE
      </Button>
      <p className={classes.note}>Deleting asks you to confirm that it is you, and takes 30 days.</p>
      {dialog}
      {isDeleting && <DeleteProfileDialog onClose={() => setIsDeleting(false)} />}
    </div>
  );
}
