import { jest } from '@jest/globals';

// whole processes start and stop in these tests
jest.setTimeout(60_000);
