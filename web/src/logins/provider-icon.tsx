import {
  type Icon,
  IconBrandFacebook,
  IconBrandGoogle,
  IconBrandLinkedin,
  IconBrandWindows,
} from '@tabler/icons-react';
import type { LoginProvider } from '#domain/logins/login.ts';

const icons: Record<LoginProvider, Icon> = {
  google: IconBrandGoogle,
  facebook: IconBrandFacebook,
  linkedin: IconBrandLinkedin,
  microsoft: IconBrandWindows,
};

export function ProviderIcon({ provider }: { provider: LoginProvider }) {
  const Mark = icons[provider];
  return <Mark size={16} stroke={1.9} aria-hidden />;
}
