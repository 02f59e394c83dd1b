/** One value as it crosses between host and library. The library parses `string` as JSON where it can. */
export type RpcData =
  | { string: string }
  | { json: string }
  | { bytes: Uint8Array }
  | { int: number }
  | { http: object };

export type Binding = { type: string; direction: string; [option: string]: unknown };

/** Durations arrive in whole seconds: the library rounds 400 ms to 0. */
type Seconds = { seconds: number };
export type RetryPolicy = {
  maxRetryCount: number;
  retryStrategy: 'fixedDelay' | 'exponentialBackoff';
  delayInterval?: Seconds;
  minimumInterval?: Seconds;
  maximumInterval?: Seconds;
};

export type FunctionMetadata = {
  name: string;
  functionId?: string;
  bindings: Record<string, Binding>;
  retryOptions?: RetryPolicy;
};
export type FunctionCallback = (...inputs: unknown[]) => unknown;

export type RetryContext = {
  retryCount: number;
  maxRetryCount: number;
  exception?: { message: string; stackTrace: string; source: string };
};
export type InvocationRequest = {
  invocationId: string;
  functionId: string;
  inputData: { name: string; data: RpcData }[];
  triggerMetadata: Record<string, RpcData>;
  traceContext?: { traceParent: string; traceState: string; attributes: Record<string, string> };
  retryContext?: RetryContext;
};

export type LogLevel = 'trace' | 'debug' | 'information' | 'warning' | 'error' | 'critical' | 'none';
export type LogCategory = 'user' | 'system' | 'customMetric';

/** The library's own object for one invocation: opaque to the host. */
type InvocationContext = object;
type InvocationStep = 'preInvocationHooks' | 'invocation' | 'postInvocationHooks';

export type CoreContext = {
  invocationId: string;
  request: InvocationRequest;
  metadata: FunctionMetadata;
  /** The library warns about a late `context.log` by it. */
  state?: InvocationStep | undefined;
  log(level: LogLevel, category: LogCategory, message: string): void;
};

export type InvocationModel = {
  getArguments(): Promise<{ context: InvocationContext; inputs: unknown[] }>;
  invokeFunction(context: InvocationContext, inputs: unknown[], callback: FunctionCallback): Promise<unknown>;
  getResponse(context: InvocationContext, result: unknown): Promise<unknown>;
};

export type ProgrammingModel = {
  getInvocationModel(context: CoreContext): InvocationModel | Promise<InvocationModel>;
  getCapabilities(capabilities: Record<string, string>): Promise<Record<string, string>>;
};

export type HookData = Record<string, unknown>;
export type HookCallback = (context: object) => unknown;
