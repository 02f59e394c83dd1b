export type Service = { name: string; connection: string; close: () => Promise<void> };

/** The real service where the setting gives its connection string or key, else the stand-in that is started here. */
export async function service(
  setting: 'CONFORMANCE_COSMOS' | 'CONFORMANCE_STORAGE' | 'CONFORMANCE_PUBSUB' | 'CONFORMANCE_STRIPE',
  startStandIn: () => Promise<{ connection: string; close: () => Promise<void> }>,
): Promise<Service> {
  const connection = process.env[setting];
  if (connection) return { name: 'the real service', connection, close: async () => {} };
  return { name: 'the stand-in', ...(await startStandIn()) };
}
