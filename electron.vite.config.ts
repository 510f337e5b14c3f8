import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** Addresses from the root, so that a screen's own address can be reloaded; electron-vite would make them relative. */
const absoluteBase: Plugin = { name: 'absolute-base', enforce: 'post', config: () => ({ base: '/' }) }

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      target: 'node24',
      rolldownOptions: {
        input: {
          electron: at('src-main/shell-electron/main.ts'),
          serve: at('src-main/shell-browser/serve.ts'),
          press: at('src-main/documents/press.ts'),
          upkeep: at('src-main/upkeep/worker.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      // A sandboxed preload may require Electron and nothing from node_modules, and cannot be an ES module.
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: at('src-main/shell-electron/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('src-renderer'),
    plugins: [react(), absoluteBase],
    build: {
      outDir: at('out/renderer'),
      // Electron 45 brings Chrome 154; the browser shell meets whatever browser the clinic's PC has.
      target: 'es2023',
      minify: true,
      // The content security policy lets nothing inline in.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: at('src-renderer/index.html') },
    },
  },
})
