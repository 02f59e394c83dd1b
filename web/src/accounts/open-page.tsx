import { AccountFrame } from './account-frame.tsx';
import { OpenForm } from './open-form.tsx';

export const OpenPage = () => (
  <AccountFrame title="Open a business">
    <OpenForm />
  </AccountFrame>
);
