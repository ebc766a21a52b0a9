/**
 * Tries `attempt` until it no longer throws, e.g. until an expectation holds; for what TAU does after its answer.
 * @returns what the attempt returned
 * @throws the last failure, after `withinMs` milliseconds of real time
 */
export async function eventually<T>(attempt: () => T | Promise<T>, withinMs = 5000): Promise<T> {
  const end = performance.now() + withinMs;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (performance.now() > end) throw error;
      await new Promise((pause) => setTimeout(pause, 20));
    }
  }
}
