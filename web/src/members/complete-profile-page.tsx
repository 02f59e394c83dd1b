import { JoiningFrame } from './joining-frame.tsx';
import { ProfileForm } from './profile-form.tsx';
import { useMe } from './me.ts';

export function CompleteProfilePage() {
  const { member } = useMe();
  return (
    <JoiningFrame title="Complete Your Profile">
      <ProfileForm member={member} />
    </JoiningFrame>
  );
}
