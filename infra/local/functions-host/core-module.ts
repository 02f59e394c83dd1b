/**
 * What `require('@azure/functions-core')` gives to the library: in Azure the language worker supplies it.
 * Its exports are the whole of that module and nothing else.
 */
import type {
  FunctionCallback,
  FunctionMetadata,
  HookCallback,
  LogCategory,
  LogLevel,
  ProgrammingModel,
} from './core-types.ts';
import { writeLog } from './log.ts';
import { currentModel, functions, hooks, isHookName, isRegistrationOver, useModel } from './registry.ts';

export const version = '3.12.0';
export const hostVersion = '4.1045.0';

export class Disposable {
  #dispose: (() => void) | undefined;

  constructor(dispose: () => void) {
    this.#dispose = dispose;
  }

  static from(...disposables: { dispose(): void }[]): Disposable {
    return new Disposable(() => disposables.forEach((each) => each.dispose()));
  }

  dispose() {
    this.#dispose?.();
    this.#dispose = undefined;
  }
}

export function registerFunction(metadata: FunctionMetadata, callback: FunctionCallback): Disposable {
  if (isRegistrationOver()) throw systemError(new Error('A function can only be registered during app startup.'));

  const id = metadata.functionId ?? metadata.name;
  if (functions.has(id)) throw systemError(new Error(`A function with id "${id}" has already been registered.`));

  functions.set(id, { name: metadata.name, metadata: { ...metadata, functionId: id }, callback });
  return new Disposable(() => functions.delete(id));
}

export function registerHook(name: string, callback: HookCallback): Disposable {
  if (!isHookName(name)) throw systemError(new RangeError(`Unrecognized hook "${name}"`));
  hooks[name].add(callback);
  return new Disposable(() => hooks[name].delete(callback));
}

export const setProgrammingModel = (model: ProgrammingModel) => useModel(model);
export const getProgrammingModel = () => currentModel();

/** The library asks for streaming only where this exists. */
export function log(level: LogLevel, category: LogCategory, message: string) {
  writeLog({ level, category, message });
}

/** The library tells a host's refusal from an app's error by this mark. */
const systemError = (error: Error) => Object.assign(error, { isAzureFunctionsSystemError: true });
