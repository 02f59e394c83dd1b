import * as z from 'zod';

/** A service is reached by a connection string, or by its endpoint and the app's own identity. */
export const ServiceSettings = z.object({
  COSMOS: z.string().optional().describe('AccountEndpoint=https://starone.documents.azure.com:443/;AccountKey=...;'),
  COSMOS__accountEndpoint: z.url().optional().describe('https://starone.documents.azure.com:443/'),
  STORAGE: z
    .string()
    .optional()
    .describe('DefaultEndpointsProtocol=https;AccountName=starone;AccountKey=...;EndpointSuffix=core.windows.net'),
  STORAGE__blobServiceUri: z.url().optional().describe('https://starone.blob.core.windows.net/'),
  STORAGE__queueServiceUri: z.url().optional().describe('https://starone.queue.core.windows.net/'),
  PUBSUB: z.string().optional().describe('Endpoint=https://starone.webpubsub.azure.com;AccessKey=...;Version=1.0;'),
  PUBSUB__endpoint: z.url().optional().describe('https://starone.webpubsub.azure.com'),
  /** Where it is missing, mail goes by Communication Services. */
  MAIL_SMTP: z.url().optional().describe('smtp://127.0.0.1:1025'),
  MAIL_ACS: z.string().optional().describe('endpoint=https://starone.europe.communication.azure.com/;accesskey=...'),
  MAIL_ACS__endpoint: z.url().optional().describe('https://starone.europe.communication.azure.com/'),
  /** Which identity the app has in Azure. */
  AZURE_CLIENT_ID: z.uuid().optional().describe('7d9a1c2e-58f0-4b6e-9a53-0f1d2c3b4a59'),
});
type Settings = z.infer<typeof ServiceSettings>;
type Name = keyof Settings;

const exampleOf = (name: Name) => ServiceSettings.shape[name].description ?? '';

export function servicesIn(settings: Settings) {
  const reached = (connectionName: Name, endpointName: Name) => {
    const connection = settings[connectionName];
    if (connection) return { connection } as const;
    const endpoint = settings[endpointName];
    if (!endpoint)
      throw new Error(
        `Setting ${connectionName} (a connection string) or ${endpointName} is missing, such as ${exampleOf(endpointName)}`,
      );
    if (!settings.AZURE_CLIENT_ID)
      throw new Error(
        `Setting AZURE_CLIENT_ID is missing, the app's identity for ${endpointName}, such as ${exampleOf('AZURE_CLIENT_ID')}`,
      );
    return { endpoint } as const;
  };
  return {
    cosmos: reached('COSMOS', 'COSMOS__accountEndpoint'),
    storage: reached('STORAGE', 'STORAGE__blobServiceUri'),
    storageQueues: reached('STORAGE', 'STORAGE__queueServiceUri'),
    pubsub: reached('PUBSUB', 'PUBSUB__endpoint'),
    mailBy: settings.MAIL_SMTP ? ({ smtp: settings.MAIL_SMTP } as const) : reached('MAIL_ACS', 'MAIL_ACS__endpoint'),
    identityClientId: settings.AZURE_CLIENT_ID,
  };
}
