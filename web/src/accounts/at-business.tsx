import { Anchor, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { PublicWorkspace } from '#domain/workspaces/workspace.ts';
import { Failed, Loading } from '#web/platform/faces.tsx';
import { PlaceLink } from '#web/platform/place.tsx';
import { statusOf } from '#web/platform/queries.ts';
import { AccountFrame } from './account-frame.tsx';
import { businessQuery } from './business-query.ts';

type Props = { slug: string; title: string; children: (business: PublicWorkspace) => ReactNode };

/** A page at a business's own address, `/w/{slug}/…`. */
export function AtBusiness({ slug, title, children }: Props) {
  const { data, error, refetch } = useQuery(businessQuery(slug));
  const status = statusOf(error);

  if (data) {
    return (
      <AccountFrame title={title} business={data.name}>
        {children(data)}
      </AccountFrame>
    );
  }
  // An address that no business could have is refused as a bad request.
  if (status === 404 || status === 400) return <NoBusiness slug={slug} />;
  return (
    <AccountFrame title={title}>
      {error ? <Failed error={error} retry={() => void refetch()} /> : <Loading rows={4} />}
    </AccountFrame>
  );
}

const NoBusiness = ({ slug }: { slug: string }) => (
  <AccountFrame title="No business here">
    <Text>
      No business has the address <b>{slug}</b>. Please check the link you were given.
    </Text>
    <Anchor component={PlaceLink} to="/">
      Go to the start page
    </Anchor>
  </AccountFrame>
);
