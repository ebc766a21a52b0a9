// Loaded into every process under measurement with `--import`, before its own code. It answers what only the process
// itself can know: how late its event loop was, and what is in use after a garbage collection. Nothing of it keeps the
// process alive. The socket to ask at is named in BENCH_PROBE.
import { createServer } from 'node:net';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { isMainThread } from 'node:worker_threads';

const NS_PER_MS = 1e6;
/** Both the measured and the idle process are late by at least this much, so that it cancels out. */
const RESOLUTION_MS = 10;

function answerAt(path) {
  setFlagsFromString('--expose-gc');
  const collectGarbage = runInNewContext('gc');
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delay.enable();

  const answers = {
    resetDelay: () => delay.reset(),
    /** Milliseconds between two ticks. The question may be read before the tick that a long task has made late. */
    delay: async () => {
      await sleep(2 * RESOLUTION_MS);
      return { p99: delay.percentile(99) / NS_PER_MS, max: delay.max / NS_PER_MS };
    },
    collectGarbage: () => collectGarbage(),
    /** Bytes in use by JavaScript and its buffers. */
    heap: () => {
      const { heapUsed, external } = process.memoryUsage();
      return heapUsed + external;
    },
  };

  const server = createServer((socket) => {
    socket.unref();
    socket.on('error', () => {});
    createInterface(socket).on('line', async (question) => {
      socket.write(`${JSON.stringify({ answer: (await answers[question]()) ?? null })}\n`);
    });
  });
  server.listen(path).unref();
}

if (isMainThread) answerAt(process.env.BENCH_PROBE);
