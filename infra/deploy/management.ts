type Access = {
  /** Such as https://management.azure.com */
  endpoint: string;
  subscription: string;
  resourceGroup: string;
  token: () => Promise<string>;
};

/** What Azure's management knows and does of one resource group. */
export function management({ endpoint, subscription, resourceGroup, token }: Access) {
  const group = `/subscriptions/${subscription}/resourceGroups/${resourceGroup}/providers`;

  async function ask(path: string, version: string): Promise<Response> {
    const response = await fetch(new URL(`${group}/${path}?api-version=${version}`, endpoint), {
      method: 'POST',
      headers: { authorization: `Bearer ${await token()}` },
    });
    if (!response.ok) throw new Error(`Azure answered ${response.status} to ${path}`);
    return response;
  }

  return {
    /** Both keys with a comma between: Web PubSub signs what it tells the functions with them. */
    async pubsubKeys(name: string): Promise<string> {
      const answer = await ask(`Microsoft.SignalRService/webPubSub/${name}/listKeys`, '2024-03-01');
      const { primaryKey, secondaryKey } = (await answer.json()) as { primaryKey: string; secondaryKey: string };
      return `${primaryKey},${secondaryKey}`;
    },

    /** By itself an app keeps for a day what it has read from Key Vault, or failed to. */
    async readSecretsAnew(app: string): Promise<void> {
      await ask(`Microsoft.Web/sites/${app}/config/configreferences/appsettings/refresh`, '2022-03-01');
      await ask(`Microsoft.Web/sites/${app}/restart`, '2024-11-01');
    },
  };
}
