import { describe, expect, test } from 'vitest';
import { pubsubEventsFrom } from './pubsub-settings.ts';

const connection = 'Endpoint=https://starone.webpubsub.azure.com;AccessKey=first;Version=1.0;';
const endpoint = 'https://starone.webpubsub.azure.com';

describe('the keys that prove what Web PubSub tells', () => {
  test('are in its connection string', () => {
    expect(pubsubEventsFrom({ connection }, {})).toEqual({ keys: ['first'], host: 'starone.webpubsub.azure.com' });
  });

  test('are a setting beside its endpoint, two during a rotation', () => {
    const { keys, host } = pubsubEventsFrom({ endpoint }, { PUBSUB_KEYS: 'first,second' });
    expect({ keys, host }).toEqual({ keys: ['first', 'second'], host: 'starone.webpubsub.azure.com' });
  });

  test('are asked for by name when they are missing', () => {
    expect(() => pubsubEventsFrom({ endpoint }, {})).toThrow('PUBSUB_KEYS');
  });
});
