import { ErrorResponse, type Container } from '@azure/cosmos';
import * as z from 'zod';

/** Who reads one range of a container, and how far. One document each, shared by all hosts. */
const Lease = z.object({
  id: z.string(),
  owner: z.string().nullable(),
  continuation: z.string().nullable(),
  renewedAt: z.iso.datetime(),
  _etag: z.string(),
});
export type Lease = z.infer<typeof Lease>;
export type LeaseStore = ReturnType<typeof leaseStore>;

export const leaseStore = (container: Container) => ({
  async find(id: string): Promise<Lease | null> {
    const { resource } = await container.item(id, id).read();
    return resource ? Lease.parse(resource) : null;
  },

  /** Another host may have made it a moment ago: then its start is the one that counts. */
  async ensure(id: string, continuation: string | null): Promise<void> {
    const lease = { id, owner: null, continuation, renewedAt: new Date().toISOString() };
    await container.items.create(lease).catch(ignore(409));
  },

  /** Null when somebody else has changed it meanwhile. */
  async replace(lease: Lease): Promise<Lease | null> {
    const options = { accessCondition: { type: 'IfMatch', condition: lease._etag } };
    const response = await container.item(lease.id, lease.id).replace(lease, options).catch(ignore(412, 404));
    return response ? Lease.parse(response.resource) : null;
  },
});

export const hasCode = (error: unknown, ...codes: number[]): boolean =>
  error instanceof ErrorResponse && codes.includes(Number(error.code));

const ignore =
  (...codes: number[]) =>
  (error: unknown): null => {
    if (hasCode(error, ...codes)) return null;
    throw error;
  };
