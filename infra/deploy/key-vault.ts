import { setTimeout as pause } from 'node:timers/promises';

type Access = {
  /** Such as https://kv-starone.vault.azure.net/ */
  endpoint: string;
  token: () => Promise<string>;
  /** A role that was given a moment ago takes minutes to be known. */
  patience?: { tries: number; pauseMs: number };
};
export type KeyVault = ReturnType<typeof keyVault>;

const version = 'api-version=2025-07-01';

/** The secrets of one vault, by its REST API. Values are only written: nothing here reads one. */
export function keyVault({ endpoint, token, patience = { tries: 30, pauseMs: 10_000 } }: Access) {
  async function call(url: URL, init: RequestInit = {}): Promise<unknown> {
    for (let tried = 1; ; tried++) {
      const headers = { authorization: `Bearer ${await token()}`, 'content-type': 'application/json' };
      const response = await fetch(url, { ...init, headers });
      if (response.ok) return response.json();
      if (response.status !== 403 || tried === patience.tries)
        throw new Error(`Key Vault answered ${response.status}: ${await reasonOf(response)}`);
      await pause(patience.pauseMs);
    }
  }

  return {
    /** Which secrets there are. */
    async names(): Promise<Set<string>> {
      const names = new Set<string>();
      let next: string | null = new URL(`secrets?${version}`, endpoint).href;
      while (next) {
        const page = (await call(new URL(next))) as { value: { id: string }[]; nextLink: string | null };
        for (const { id } of page.value) names.add(new URL(id).pathname.split('/')[2]!);
        next = page.nextLink;
      }
      return names;
    },

    async set(name: string, value: string): Promise<void> {
      await call(new URL(`secrets/${name}?${version}`, endpoint), { method: 'PUT', body: JSON.stringify({ value }) });
    },
  };
}

/** The service's own words; they name the secret, never its value. */
async function reasonOf(response: Response): Promise<string> {
  const { error } = (await response.json().catch(() => ({}))) as { error?: { code?: string; message?: string } };
  return [error?.code, error?.message].filter(Boolean).join(', ') || response.statusText;
}
