import { type Facts, Finding } from './finding.ts';
import { currentInvocation, type Invocation } from './invocation.ts';
import { redacted } from './redacted.ts';
import { toInsights } from './telemetry.ts';

/** What went wrong beside the work, or ended it: told to who runs the product, never to who asked. */
export function report(error: unknown): void {
  const invocation = currentInvocation();
  if (!invocation) return;
  if (error instanceof Finding) return tellFinding(invocation, error);
  const { stack, ...what } = redacted(error);
  const { id, facts } = aboutOf(invocation);
  invocation.context.warn(JSON.stringify({ ...facts, error: what, stack }));
  const { type: _, ...codes } = what;
  toInsights((insights) => insights.exception(id, { ...what, stack }, { ...facts, ...codes }));
}

function tellFinding(invocation: Invocation, { event, facts: found }: Finding): void {
  const { id, facts } = aboutOf(invocation);
  const all: Facts = { ...facts, ...found };
  invocation.context.warn(JSON.stringify({ ...all, event }));
  toInsights((insights) => insights.event(id, event, all));
}

/** What stands beside everything that is told of an invocation. */
function aboutOf({ name, context, workspaceId, memberId }: Invocation): { id: string; facts: Facts } {
  const id = context.invocationId;
  const who = { ...(workspaceId && { workspace: workspaceId }), ...(memberId && { member: memberId }) };
  return { id, facts: { name, invocation: id, ...who } };
}
