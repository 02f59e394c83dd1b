import type { Binding, RpcData } from './core-types.ts';
import type { HostJson } from './host-json.ts';
import type { Invoker } from './invocation.ts';
import type { RegisteredFunction } from './registry.ts';
import type { Settings } from './settings.ts';

/** A function and its trigger, settings already put in. */
export type Triggered = { fn: RegisteredFunction; binding: Binding; bindingName: string };

export type HostContext = { hostJson: HostJson; settings: Settings; invoker: Invoker };

/** Whatever calls a function without a request: a clock, a queue, a change feed. Making one refuses what it cannot do. */
export type Listener = {
  start(): void;
  /** Takes nothing new; resolves when what was taken is done. */
  stop(): Promise<void>;
  /** Gives back what other hosts wait for. Called even when `stop` took too long. */
  release?(): Promise<void>;
  /** For the admin API: calls the function now with this input. */
  runNow(input: unknown): Promise<void>;
};

/** The metadata Azure adds to every trigger but HTTP. */
export function systemMetadata(functionName: string): Record<string, RpcData> {
  const sys = { MethodName: functionName, UtcNow: new Date().toISOString(), RandGuid: crypto.randomUUID() };
  return { sys: { json: JSON.stringify(sys) } };
}
