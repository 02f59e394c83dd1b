import type { Container, OperationInput } from '@azure/cosmos';
import { TaskChange } from '#domain/tasks/task.ts';
import { chunksOf, maxBatch } from '#functions/platform/batch.ts';
import { isStatus } from '#functions/platform/cosmos.ts';

/** The part of the task store that keeps what happened: each change a document beside its task, never changed. */
export const taskHistory = (tasks: Container, workspaceId: string) => ({
  /** The newest first, and of a very long history not the oldest. */
  async historyOf(taskId: string): Promise<TaskChange[]> {
    const query = {
      query: `SELECT TOP 500 * FROM c WHERE c.kind = 'change' AND c.taskId = @taskId ORDER BY c.at DESC, c.id DESC`,
      parameters: [{ name: '@taskId', value: taskId }],
    };
    const { resources } = await tasks.items.query<object>(query, { partitionKey: workspaceId }).fetchAll();
    return resources.map((stored) => TaskChange.parse(stored));
  },

  /** Who did it, and to whom it was given: a history names people twice. */
  async renameInHistory({ memberId, was, name }: { memberId: string; was: string; name: string }): Promise<void> {
    const set = async (condition: string, path: string, value: string): Promise<void> => {
      const query = {
        query: `SELECT VALUE c.id FROM c WHERE c.kind = 'change' AND ${condition}`,
        parameters: [{ name: '@value', value }],
      };
      const { resources } = await tasks.items.query<string>(query, { partitionKey: workspaceId }).fetchAll();
      for (const id of resources) await tasks.item(id, workspaceId).patch([{ op: 'set', path, value: name }]);
    };
    await set('c.by.id = @value', '/by/name', memberId);
    await set(`c.what IN ('assigned', 'unassigned') AND c.detail = @value`, '/detail', was);
  },

  /** A task and its history, for good. The task goes last: what was cut off is found again. */
  async purge(taskId: string): Promise<void> {
    const query = {
      query: `SELECT VALUE c.id FROM c WHERE c.kind = 'change' AND c.taskId = @taskId`,
      parameters: [{ name: '@taskId', value: taskId }],
    };
    const { resources: ids } = await tasks.items.query<string>(query, { partitionKey: workspaceId }).fetchAll();
    for (const chunk of chunksOf(ids, maxBatch)) {
      const operations = chunk.map((id): OperationInput => ({ operationType: 'Delete', id }));
      await tasks.items.batch(operations, workspaceId);
    }
    try {
      await tasks.item(taskId, workspaceId).delete();
    } catch (error) {
      if (!isStatus(error, 404)) throw error;
    }
  },
});

export const changeOperation = (workspaceId: string, change: TaskChange): OperationInput => ({
  operationType: 'Create',
  resourceBody: { ...change, workspaceId, kind: 'change' },
});
