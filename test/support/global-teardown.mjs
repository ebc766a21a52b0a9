/** Stops what global-setup.mjs started. */
export default async () => globalThis.__TAU_TEST_DATABASE__?.close();
