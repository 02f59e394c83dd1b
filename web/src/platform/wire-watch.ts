import { type WebPubSubClientProtocol, WebPubSubJsonReliableProtocol } from '@azure/web-pubsub-client';

/** The client pings by this and is answered at once. */
export const pingEveryMs = 10_000;
/** In a hidden page the browser lets timers run once a minute only. */
const usualPatienceMs = () => (document.hidden ? 75_000 : pingEveryMs + 5_000);

type Signs = { onSign: () => void; onSilence: () => void; patienceMs?: () => number };

/**
 * The client says nothing while it recovers a session, nor when nobody answers its pings; but every frame is read by its
 * protocol, so this one tells whether the service is still heard.
 */
export function watchWire({ onSign, onSilence, patienceMs = usualPatienceMs }: Signs) {
  const plain = WebPubSubJsonReliableProtocol();
  let silence: ReturnType<typeof setTimeout> | undefined;
  const heard = () => {
    clearTimeout(silence);
    silence = setTimeout(onSilence, patienceMs());
    onSign();
  };
  const protocol: WebPubSubClientProtocol = {
    name: plain.name,
    isReliableSubProtocol: plain.isReliableSubProtocol,
    writeMessage: (message) => plain.writeMessage(message),
    parseMessages: (input) => {
      heard();
      return plain.parseMessages(input);
    },
  };
  return { protocol, stop: () => clearTimeout(silence) };
}
