import { Button, Modal } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { may } from '#domain/kernel/rights.ts';
import type { ScoredCustomer } from '#domain/segments/segment.ts';
import { useMe } from '#web/members/me.ts';
import { CustomerFactsForm } from './facts-form.tsx';

type Props = { customer: ScoredCustomer; children: string };

/** Opens the facts of a customer for those who may change them; `children` are the words of the button. */
export function EditFacts({ customer, children }: Props) {
  const [isOpen, { open, close }] = useDisclosure(false);
  if (!may(useMe().member, 'customers.change')) return null;
  return (
    <>
      <Button size="xs" onClick={open}>
        {children}
      </Button>
      <Modal
        opened={isOpen}
        onClose={close}
        title={`Facts about ${customer.name}`}
        closeButtonProps={{ 'aria-label': 'Close' }}
      >
        <CustomerFactsForm customer={customer} onDone={close} />
      </Modal>
    </>
  );
}
