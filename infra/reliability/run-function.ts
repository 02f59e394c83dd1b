/** Runs a function of the app now, as the host's admin page does, and waits until it has ended. */
export async function runFunction(api: string, name: string, input: unknown = null): Promise<void> {
  const response = await fetch(`${api}/admin/functions/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ input }),
  });
  if (response.status !== 202) throw new Error(`${name} ended with ${response.status}: ${await response.text()}`);
}
