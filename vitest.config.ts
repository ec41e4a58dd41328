import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'console/src/**/*.test.ts', 'test/**/*.test.ts'],
    globalSetup: ['./test/global-setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    // The checks run on two busy cores with real servers and browsers; what passes only on a second try is printed so.
    retry: process.env.CI ? 1 : 0,
    reporters: ['default'],
  },
});
