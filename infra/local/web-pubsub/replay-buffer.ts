export type ReplayLimits = { unackedMessages: number; unackedBytes: number };
export type ReplayBuffer = ReturnType<typeof replayBuffer>;

/** The frames a reliable client has not acknowledged yet, in order, each with its sequence id. */
export function replayBuffer(limits: ReplayLimits) {
  const frames = new Map<number, string>();
  let lastSequenceId = 0;
  let bytes = 0;

  return {
    /** The numbered frame to send, or null when the client has fallen too far behind. */
    add(tail: string): string | null {
      lastSequenceId += 1;
      const frame = `{"sequenceId":${lastSequenceId},${tail}`;
      frames.set(lastSequenceId, frame);
      bytes += frame.length;
      return frames.size > limits.unackedMessages || bytes > limits.unackedBytes ? null : frame;
    },

    /** An acknowledgement counts for every earlier frame too. */
    acknowledge(sequenceId: number): void {
      for (const [id, frame] of frames) {
        if (id > sequenceId) return;
        frames.delete(id);
        bytes -= frame.length;
      }
    },

    unacknowledged: (): Iterable<string> => frames.values(),
  };
}
