import { defineConfig } from 'vitest/config'

/** Everything that needs no window: thinking, store, services, engine, papers, loopback HTTP. */
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/e2e/**', 'test/shells/electron.test.ts', 'test/electron-double/**', 'node_modules/**'],
    sequence: { shuffle: true },
    testTimeout: 30_000,
    reporters: ['default', ['json', { outputFile: 'test-results/unit.json' }]],
  },
})
