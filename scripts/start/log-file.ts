import { createWriteStream, renameSync, statSync, type WriteStream } from "node:fs";

export const logBytesMax = 20 * 1024 * 1024;
const tailLinesMax = 40;

function sizeOf(file: string): number {
  try {
    return statSync(file).size;
  } catch {
    return 0;
  }
}

/** What one child says, kept in a file of bounded size (and the one before), and its last lines. */
export class LogFile {
  #stream: WriteStream;
  #bytes: number;
  #unfinished = "";
  #tail: string[] = [];

  constructor(
    readonly path: string,
    private readonly onLine: (line: string) => void = () => undefined,
  ) {
    this.#bytes = sizeOf(path);
    this.#stream = createWriteStream(path, { flags: "a", mode: 0o600 });
    this.#stream.on("error", () => undefined);
  }

  write(text: string): void {
    this.#bytes += Buffer.byteLength(text);
    this.#stream.write(text);
    const lines = (this.#unfinished + text).split("\n");
    this.#unfinished = lines.pop() ?? "";
    for (const line of lines) this.onLine(line);
    this.#tail = [...this.#tail, ...lines].slice(-tailLinesMax);
    if (this.#bytes > logBytesMax) this.#rotate();
  }

  /** The last things that were said, oldest first. */
  tail(): string[] {
    return [...this.#tail, this.#unfinished].filter((line) => line.trim() !== "");
  }

  close(): void {
    this.#stream.end();
  }

  #rotate(): void {
    this.#stream.end();
    renameSync(this.path, `${this.path}.1`);
    this.#stream = createWriteStream(this.path, { flags: "a", mode: 0o600 });
    this.#bytes = 0;
  }
}
