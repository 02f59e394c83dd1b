import { registerHooks } from 'node:module';

/**
 * `@azure/functions` requires its core module where it needs it and, when there is none, says nothing and registers
 * nothing. The hook answers every require and import of the name, an app bundled into one ESM file included.
 */
export function supplyCoreModule(): void {
  const url = new URL('core-module.ts', import.meta.url).href;
  registerHooks({
    resolve: (specifier, context, next) =>
      specifier === '@azure/functions-core' ? { url, shortCircuit: true } : next(specifier, context),
  });
}
