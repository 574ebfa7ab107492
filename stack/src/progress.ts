import { styleText } from 'node:util';

/** Shows what is being done. */
export interface Progress {
  /** Runs a step and shows how it went: `✔ PostgreSQL  0.3 s`. */
  step<T>(title: string, run: (detail: (text: string) => void) => Promise<T>): Promise<T>;
  /** A line between steps. */
  line(text: string): void;
}

const frames = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];

/**
 * Progress on a stream: plain lines, and on a terminal a spinner while a step runs.
 *
 * @param signal once it is aborted no step begins any more: the next one throws its reason.
 */
export function createProgress(stream: NodeJS.WriteStream, signal?: AbortSignal): Progress {
  const paint = (format: Parameters<typeof styleText>[0], text: string) =>
    styleText(format, text, { stream });
  const erase = stream.isTTY ? '\r\u001b[2K' : '';
  return {
    async step(title, run) {
      signal?.throwIfAborted();
      const startedAt = performance.now();
      let now = '';
      let frame = 0;
      const draw = () => {
        const text = `${frames[frame++ % frames.length]} ${title}${now && ` (${now})`}`;
        stream.write(`${erase}${text.slice(0, (stream.columns || 80) - 1)}`);
      };
      const spinner = stream.isTTY ? setInterval(draw, 100) : undefined;
      const end = (mark: string) => {
        clearInterval(spinner);
        const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
        stream.write(`${erase}${mark} ${title}  ${paint('dim', `${seconds} s`)}\n`);
      };
      try {
        const result = await run((text) => (now = text));
        end(paint('green', '✔'));
        return result;
      } catch (error) {
        end(paint('red', '✘'));
        throw error;
      }
    },
    line: (text) => void stream.write(`${erase}${text}\n`),
  };
}
