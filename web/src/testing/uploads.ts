const RealRequest = globalThis.XMLHttpRequest;
type Held = { percent: (percent: number) => void; finish: () => void };

let held: Held[] | null = null;

/** From now on an upload goes on only as the test says, in the order they were begun. */
export function holdUploads(): readonly Held[] {
  held = [];
  return held;
}

/** All that are held end now, and all that come at once. */
export function releaseUploads(): void {
  const waiting = held ?? [];
  held = null;
  for (const { finish } of waiting) finish();
}

/** An upload as a browser does it; what `answer` was given for the route answers it. */
class ServedUpload extends EventTarget {
  readonly upload = new EventTarget();
  status = 0;
  responseText = '';
  #address = '';
  #method = '';
  #isAborted = false;

  open(method: string, address: string): void {
    this.#method = method;
    this.#address = address;
  }

  setRequestHeader(): void {}

  abort(): void {
    this.#isAborted = true;
    this.dispatchEvent(new Event('abort'));
  }

  send(file: File): void {
    const percent = (part: number) =>
      this.upload.dispatchEvent(new ProgressEvent('progress', { loaded: (file.size * part) / 100, total: file.size }));
    const finish = () => void this.#answer(file);
    if (held) held.push({ percent, finish });
    else finish();
  }

  async #answer(file: File): Promise<void> {
    if (this.#isAborted) return;
    try {
      const response = await fetch(this.#address, { method: this.#method, body: file });
      this.status = response.status;
      this.responseText = await response.text();
    } catch {
      this.dispatchEvent(new Event('error'));
      return;
    }
    if (!this.#isAborted) this.dispatchEvent(new Event('load'));
  }
}

export function beginUploads(): void {
  held = null;
  globalThis.XMLHttpRequest = ServedUpload as unknown as typeof XMLHttpRequest;
}

export function endUploads(): void {
  globalThis.XMLHttpRequest = RealRequest;
}
