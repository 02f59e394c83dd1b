import type { FunctionCallback, FunctionMetadata, HookCallback, HookData, ProgrammingModel } from './core-types.ts';

/** What the app has registered. One process serves one app: the library keeps its own state per process too. */
export type RegisteredFunction = {
  name: string;
  metadata: FunctionMetadata;
  callback: FunctionCallback;
};

export const functions = new Map<string, RegisteredFunction>();

export const hooks = {
  appStart: new Set<HookCallback>(),
  appTerminate: new Set<HookCallback>(),
  preInvocation: new Set<HookCallback>(),
  postInvocation: new Set<HookCallback>(),
  log: new Set<HookCallback>(),
};
export type HookName = keyof typeof hooks;

/** Shared by every hook of the app, whatever its kind. */
export const appHookData: HookData = {};
/** Shared by appStart and appTerminate only. */
const appLevelHookData: HookData = {};

let model: ProgrammingModel | undefined;
let isLocked = false;

export const isHookName = (name: string): name is HookName => name in hooks;
export const isRegistrationOver = () => isLocked;
export const currentModel = () => model;

export function useModel(chosen: ProgrammingModel) {
  model = chosen;
}

export async function runAppHooks(name: 'appStart' | 'appTerminate', extra: object) {
  for (const hook of hooks[name]) await hook({ hookData: appLevelHookData, appHookData, ...extra });
}

/** After this the app is complete; a function registered later would never be listened to. */
export function endRegistration(): ProgrammingModel {
  isLocked = true;
  if (!model) throw new Error('The app registers no function with @azure/functions.');
  return model;
}
