import type { FilePlace } from '#domain/files/file.ts';
import { StoredFile } from '#domain/files/file.ts';
import { fileRoutes } from '#domain/files/routes.ts';
import { Problem, ProblemError } from '#domain/kernel/problem.ts';
import { linkTo } from '#web/platform/call.ts';
import { offline } from '#web/platform/problem-of.ts';

type Options = { onProgress: (sentBytes: number) => void; signal: AbortSignal };

/** Not by `call`: only this way does a browser tell how far an upload has come. Safe to repeat with the same id. */
export function sendFile(
  place: FilePlace,
  { fileId, file }: { fileId: string; file: File },
  { onProgress, signal }: Options,
): Promise<StoredFile> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', addressOf(place, fileId, file));
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.setRequestHeader('x-file-name', encodeURIComponent(file.name.toWellFormed()));
    request.upload.addEventListener('progress', ({ loaded }) => onProgress(loaded));
    request.addEventListener('load', () => {
      try {
        resolve(answerOf(request));
      } catch (error) {
        reject(error);
      }
    });
    request.addEventListener('error', () => reject(new ProblemError(offline)));
    request.addEventListener('abort', () => reject(new DOMException('The upload was cancelled', 'AbortError')));
    signal.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}

function addressOf({ kind, id }: FilePlace, fileId: string, file: File): string {
  const sent = { query: { fileId }, file };
  return kind === 'room'
    ? linkTo(fileRoutes.addToRoom, { params: { roomId: id }, ...sent })
    : linkTo(fileRoutes.addToCustomer, { params: { customerId: id }, ...sent });
}

/** A gateway in front of the API may answer in its own words. */
function answerOf({ status, responseText }: XMLHttpRequest): StoredFile {
  const body = json(responseText);
  if (status >= 200 && status < 300) return StoredFile.parse(body);
  const problem = Problem.safeParse(body);
  const unknown = { type: 'about:blank', title: 'Something went wrong on our side', status };
  throw new ProblemError(problem.success ? problem.data : unknown);
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
