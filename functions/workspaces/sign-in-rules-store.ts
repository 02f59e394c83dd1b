import { defaultSignInRules, SignInRules } from '#domain/workspaces/sign-in-rules.ts';
import { container, documents, isStatus } from '#functions/platform/cosmos.ts';
import { Version } from '#domain/kernel/ids.ts';
import { problems } from '#domain/kernel/problem.ts';
import * as z from 'zod';

const workspaces = container('workspaces');
const id = 'sign-in-rules';
const Stored = SignInRules.extend({ id: z.string(), version: Version });

export const signInRulesStore = (workspaceId: string) => {
  const stored = documents('The sign-in rules', workspaces, Stored, workspaceId, { workspaceId, kind: id });
  return {
    get: async (): Promise<SignInRules> => (await stored.find(id)) ?? defaultSignInRules,

    /** Only over the version that was read: 412 otherwise. */
    async put({ version, ...rules }: SignInRules): Promise<SignInRules> {
      if (version !== null) return stored.replace({ ...rules, id, version });
      try {
        return await stored.add({ ...rules, id });
      } catch (error) {
        if (isStatus(error, 409)) throw problems.changedMeanwhile('The sign-in rules');
        throw error;
      }
    },
  };
};
