/**
 * Waits for `promise`, but not longer than `ms` milliseconds of the machine's time. The injected clock is left out on
 * purpose: a test that has stopped it must still end.
 */
export async function within<T>(ms: number, what: string, promise: Promise<T>): Promise<T> {
  let handle: NodeJS.Timeout | undefined;
  const expiry = new Promise<never>((_, reject) => {
    handle = setTimeout(() => reject(new Error(`Not within ${ms} ms: ${what}`)), ms);
  });
  try {
    return await Promise.race([promise, expiry]);
  } finally {
    clearTimeout(handle);
  }
}
