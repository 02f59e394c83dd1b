import { setTimeout as wait } from 'node:timers/promises';
import { QueueServiceClient, type DequeuedMessageItem } from '@azure/storage-queue';
import * as z from 'zod';
import { commonOptions, parseOptions } from '../bindings.ts';
import type { RpcData } from '../core-types.ts';
import { systemMetadata, type HostContext, type Listener, type Triggered } from '../listener.ts';
import { hostLog, messageOf } from '../log.ts';
import { connectionString } from '../settings.ts';
import { decode, metadataOf } from './message.ts';

const QueueTrigger = z.strictObject({ ...commonOptions, queueName: z.string(), connection: z.string() });

/** Seconds a message stays hidden while its function runs. Azure's own figure. */
const hiddenWhileRunning = 600;
const shortestPauseMs = 100;

export async function queueTrigger(
  triggered: Triggered,
  { hostJson, settings, invoker }: HostContext,
): Promise<Listener> {
  const { fn, bindingName } = triggered;
  const { queueName, connection } = parseOptions(QueueTrigger, triggered);
  const options = hostJson.extensions.queues;
  const newBatchThreshold = options.newBatchThreshold ?? Math.floor(options.batchSize / 2);
  // The loop is the retry: the SDK's own would hold up a stop.
  const retryOptions = { maxTries: 1 };
  const service = QueueServiceClient.fromConnectionString(connectionString(connection, settings), { retryOptions });
  const queue = service.getQueueClient(queueName);
  const poison = service.getQueueClient(`${queueName}-poison`);
  const stopping = new AbortController();
  const inFlight = new Set<Promise<void>>();

  const invoke = (data: RpcData, metadata: Record<string, RpcData>) =>
    invoker.invoke(fn, {
      inputData: [{ name: bindingName, data }],
      triggerMetadata: { ...metadata, ...systemMetadata(fn.name) },
    });

  async function handle(message: DequeuedMessageItem) {
    const data = decode(message.messageText, options.messageEncoding);
    if (!data) return giveUp(message, 'is not base64, as host.json says it should be');

    const succeeded = await invoke(data, metadataOf(message)).then(
      () => true,
      () => false,
    );
    if (succeeded) await queue.deleteMessage(message.messageId, message.popReceipt);
    else if (message.dequeueCount >= options.maxDequeueCount)
      await giveUp(message, `failed ${message.dequeueCount} times`);
    else await queue.updateMessage(message.messageId, message.popReceipt, undefined, options.visibilityTimeout / 1000);
  }

  async function giveUp(message: DequeuedMessageItem, reason: string) {
    await poison.createIfNotExists();
    await poison.sendMessage(message.messageText, { messageTimeToLive: -1 });
    await queue.deleteMessage(message.messageId, message.popReceipt);
    hostLog('warning', `Message ${message.messageId} ${reason}: moved to ${poison.name}.`, fn.name);
  }

  function track(work: Promise<void>) {
    const settled = work.catch((error: unknown) => hostLog('error', messageOf(error), fn.name));
    inFlight.add(settled);
    void settled.then(() => inFlight.delete(settled));
  }

  let trouble = '';
  async function receive(): Promise<DequeuedMessageItem[]> {
    try {
      const { receivedMessageItems } = await queue.receiveMessages({
        numberOfMessages: options.batchSize,
        visibilityTimeout: hiddenWhileRunning,
      });
      trouble = '';
      return receivedMessageItems;
    } catch (error) {
      if (messageOf(error) !== trouble) hostLog('warning', `Cannot read ${queueName}: ${messageOf(error)}`, fn.name);
      trouble = messageOf(error);
      return [];
    }
  }

  async function listen() {
    let pauseMs = 0;
    while (!stopping.signal.aborted) {
      const messages = await receive();
      for (const message of messages) track(handle(message));
      while (inFlight.size > newBatchThreshold) await Promise.race(inFlight);
      pauseMs = messages.length > 0 ? 0 : Math.min(options.maxPollingInterval, Math.max(shortestPauseMs, pauseMs * 2));
      await wait(pauseMs, undefined, { signal: stopping.signal }).catch(() => {});
    }
    await Promise.all(inFlight);
  }

  let loop = Promise.resolve();
  return {
    start() {
      loop = listen();
    },
    stop() {
      stopping.abort();
      return loop;
    },
    runNow: (input) => invoke({ string: typeof input === 'string' ? input : JSON.stringify(input ?? null) }, {}),
  };
}
