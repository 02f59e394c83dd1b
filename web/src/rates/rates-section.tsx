import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ExchangeRate } from '#domain/rates/rate.ts';
import { useMe } from '#web/members/me.ts';
import { Empty, Failed, Loading } from '#web/platform/faces.tsx';
import { Inset, Section } from '#web/platform/section.tsx';
import { RateDialog } from './rate-dialog.tsx';
import { RateTable } from './rate-table.tsx';
import { ratesQuery } from './rate-queries.ts';
import { RemoveRateDialog } from './remove-rate-dialog.tsx';

type Asked = { what: 'add' } | { what: 'change' | 'remove'; rate: ExchangeRate };

/** In which currencies customers can pay beside the own one, and what such a payment counts. */
export function RatesSection() {
  const { currency } = useMe().workspace;
  const { data, error, refetch } = useQuery(ratesQuery);
  const [asked, setAsked] = useState<Asked | null>(null);
  const close = () => setAsked(null);
  return (
    <Section
      title="Exchange rates"
      action={
        <Button size="xs" leftSection={<IconPlus size={14} stroke={1.5} />} onClick={() => setAsked({ what: 'add' })}>
          Add a rate
        </Button>
      }
    >
      {!data && !error && <Loading rows={3} />}
      {error && !data && (
        <Inset>
          <Failed error={error} retry={() => void refetch()} />
        </Inset>
      )}
      {data?.items.length === 0 && (
        <Empty title={`Customers pay in ${currency}`}>
          Add a rate, and they can pay in that currency, too. Reports and segments count it in {currency}, at the rate
          of the day it was paid.
        </Empty>
      )}
      {data && data.items.length > 0 && (
        <RateTable
          rates={data.items}
          onChange={(rate) => setAsked({ what: 'change', rate })}
          onRemove={(rate) => setAsked({ what: 'remove', rate })}
        />
      )}
      {asked?.what === 'add' && <RateDialog rate={null} onClose={close} />}
      {asked?.what === 'change' && <RateDialog rate={asked.rate} onClose={close} />}
      {asked?.what === 'remove' && <RemoveRateDialog rate={asked.rate} onClose={close} />}
    </Section>
  );
}
