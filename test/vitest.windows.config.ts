import { defineConfig } from 'vitest/config'

/** What needs windows in a real Chromium: the Electron shell on the double, and the double itself. */
export default defineConfig({
  test: {
    include: ['test/shells/electron.test.ts', 'test/electron-double/**/*.test.ts'],
    sequence: { shuffle: true },
    testTimeout: 60_000,
    hookTimeout: 60_000,
    reporters: ['default', ['json', { outputFile: 'test-results/windows.json' }]],
  },
})
