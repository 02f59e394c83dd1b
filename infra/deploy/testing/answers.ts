import type { Ask } from '../ask.ts';

type Answer = string | (() => Promise<string>);

/** A person who gives these answers one after the other; an empty one takes what is suggested. */
export function answering(answers: Answer[]): { ask: Ask; asked: string[] } {
  const left = [...answers];
  const asked: string[] = [];
  const next = async (question: string): Promise<string> => {
    asked.push(question);
    const answer = left.shift();
    if (answer === undefined) throw new Error(`Not expected to be asked: ${question}`);
    return typeof answer === 'string' ? answer : answer();
  };
  return {
    asked,
    ask: { open: async (question, suggestion = '') => (await next(question)) || suggestion, hidden: next },
  };
}
