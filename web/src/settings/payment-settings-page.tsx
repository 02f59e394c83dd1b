import { useSearch } from '@tanstack/react-router';
import { RatesSection } from '#web/rates/rates-section.tsx';
import { ReceiptDetailsForm } from '#web/receipts/receipt-details-form.tsx';
import { StripeSection } from '#web/stripe-accounts/stripe-section.tsx';
import type { PaymentSettingsSearch } from './payment-settings-search.ts';
import { SettingsFrame } from './settings-frame.tsx';
import classes from './settings.module.css';

export function PaymentSettingsPage() {
  const { stripe }: PaymentSettingsSearch = useSearch({ strict: false });
  return (
    <SettingsFrame tab="/settings/payments" sub="How money reaches the business">
      <div className={classes.sections}>
        <StripeSection visit={stripe} />
        <RatesSection />
        <ReceiptDetailsForm />
      </div>
    </SettingsFrame>
  );
}
