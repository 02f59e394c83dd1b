import { useParams } from '@tanstack/react-router';
import { AtBusiness } from './at-business.tsx';
import { SignUpForm } from './sign-up-form.tsx';

export function SignUpPage() {
  const { slug }: { slug: string } = useParams({ strict: false });
  return (
    <AtBusiness slug={slug} title="Signup">
      {() => <SignUpForm key={slug} slug={slug} />}
    </AtBusiness>
  );
}
