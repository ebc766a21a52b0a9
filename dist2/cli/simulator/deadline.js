/**
 * Waits for `promise`, but not longer than `ms` milliseconds of the machine's time. The injected clock is left out on
 * purpose: a test that has stopped it must still end.
 */
export async function within(ms, what, promise) {
    let handle;
    const expiry = new Promise((_, reject) => {
        handle = setTimeout(() => reject(new Error(`Not within ${ms} ms: ${what}`)), ms);
    });
    try {
        return await Promise.race([promise, expiry]);
    }
    finally {
        clearTimeout(handle);
    }
}
//# sourceMappingURL=deadline.js.map