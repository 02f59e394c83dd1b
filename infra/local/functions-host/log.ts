import type { HookData, LogCategory, LogLevel } from './core-types.ts';
import type { LogLevels } from './host-json.ts';
import { appHookData, hooks } from './registry.ts';

type Entry = {
  level: LogLevel;
  category: LogCategory;
  message: string;
  functionName?: string;
  hookData?: HookData;
  invocationContext?: object | undefined;
};

const levels: LogLevel[] = ['trace', 'debug', 'information', 'warning', 'error', 'critical', 'none'];
let shown: LogLevels = { default: 'information' };

export function showFrom(lowest: LogLevels) {
  shown = lowest;
}

export function writeLog(entry: Entry) {
  const { level, message } = entry.category === 'user' ? throughHooks(entry) : entry;
  const lowest = (entry.functionName !== undefined && shown.Function) || shown.default;
  if (levels.indexOf(level) < levels.indexOf(lowest)) return;

  const time = new Date().toISOString().slice(11, 23);
  const mark = level === 'information' ? '' : `${level}: `;
  const line = [time, entry.functionName, mark + message].filter(Boolean).join(' ');
  process.stdout.write(`${line}\n`);
}

/** What the host itself has to say, about one function or about the whole. */
export function hostLog(level: LogLevel, message: string, functionName?: string) {
  writeLog({ level, category: 'system', message, ...(functionName && { functionName }) });
}

/** An app may change its own lines. A hook that throws must not cost the line. */
function throughHooks(entry: Entry): Pick<Entry, 'level' | 'message'> {
  const { level, message, category, hookData = {}, invocationContext } = entry;
  const context = { level, message, category, hookData, appHookData, invocationContext };
  try {
    for (const hook of hooks.log) hook(context);
  } catch {
    return entry;
  }
  return context;
}

export const textOf = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
