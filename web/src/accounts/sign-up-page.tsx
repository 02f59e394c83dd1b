import { AtBusiness } from './at-business.tsx';
import { SignUpForm } from './sign-up-form.tsx';

export const SignUpPage = () => (
  <AtBusiness title="Signup">{(business) => <SignUpForm key={business.slug} slug={business.slug} />}</AtBusiness>
);
