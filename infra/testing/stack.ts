import type { TestProject } from 'vitest/node';
import { startProduct } from './product.ts';

declare module 'vitest' {
  interface ProvidedContext {
    origin: string;
  }
}

/** vitest's global setup for tests that speak HTTP. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const product = await startProduct();
  project.provide('origin', product.origin);
  project.provide('settings', product.settings);
  project.provide('mailUrl', product.azure.mail.url);
  return () => product.close();
}
