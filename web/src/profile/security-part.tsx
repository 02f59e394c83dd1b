import { PasswordSection } from '#web/accounts/password-section.tsx';
import { FactorsSection } from '#web/factors/factors-section.tsx';
import { LoginsSection } from '#web/logins/logins-section.tsx';
import { SessionsSection } from '#web/sessions/sessions-section.tsx';

/** By what the person comes in, and where they are in now. */
export const SecurityPart = () => (
  <>
    <PasswordSection />
    <FactorsSection />
    <LoginsSection />
    <SessionsSection />
  </>
);
