/** Builds the service worker of the citizen's pages as one plain script, which every browser with workers understands. */
import { resolve } from 'node:path';
import { defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  publicDir: false,
  build: {
    outDir: 'dist/client',
    // The pages have been built into it before.
    emptyOutDir: false,
    target: 'es2020',
    lib: {
      entry: resolve(import.meta.dirname, 'report/worker.ts'),
      formats: ['iife'],
      name: 'atestoWorker',
      fileName: () => 'worker.js',
    },
  },
});
