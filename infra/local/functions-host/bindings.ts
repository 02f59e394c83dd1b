import * as z from 'zod';
import type { Binding } from './core-types.ts';
import type { Triggered } from './listener.ts';
import type { RegisteredFunction } from './registry.ts';
import { withSettings, type Settings } from './settings.ts';

/** The parts of a trigger every kind has. */
export const commonOptions = {
  name: z.string(),
  type: z.string(),
  direction: z.literal('in'),
  properties: z.record(z.string(), z.string()).optional(),
};

/** Finds the trigger. Refuses a binding this host would leave undone: silence there would look like success. */
export function triggerOf(fn: RegisteredFunction, settings: Settings): Triggered {
  const bindings = Object.entries(fn.metadata.bindings);
  const trigger = bindings.find(([, binding]) => /trigger$/i.test(binding.type));
  if (!trigger) throw new Error(`${fn.name} has no trigger.`);

  const [bindingName, binding] = trigger;
  for (const [name, other] of bindings) {
    const isAnswer = binding.type === 'httpTrigger' && name === '$return' && other.type === 'http';
    if (name === bindingName || isAnswer) continue;
    const kind = other.direction === 'out' ? 'output' : 'input';
    throw new Error(`${fn.name} has an ${kind} of type ${other.type}, which this local host does not know.`);
  }
  return { fn, bindingName, binding: withSettingsIn(binding, settings) };
}

/** Parses a trigger's options; an option the schema does not name stops the start. */
export function parseOptions<T>(schema: z.ZodType<T>, { fn, binding }: Triggered): T {
  const parsed = schema.safeParse(binding);
  if (parsed.success) return parsed.data;
  throw new Error(`The ${binding.type} of ${fn.name} cannot be obeyed here:\n${z.prettifyError(parsed.error)}`);
}

const withSettingsIn = (binding: Binding, settings: Settings): Binding => ({
  ...binding,
  ...Object.fromEntries(
    Object.entries(binding).map(([name, value]) => [
      name,
      typeof value === 'string' ? withSettings(value, settings) : value,
    ]),
  ),
});
