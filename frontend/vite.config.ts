/** Builds the console and the public map; the citizen's pages are built by `vite.report.config.ts`. */
import { resolve } from 'node:path';
import { defineConfig } from 'vite';

const here = (path: string): string => resolve(import.meta.dirname, path);

export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  publicDir: false,
  build: {
    outDir: 'dist/client',
    emptyOutDir: true,
    manifest: true,
    target: 'es2020',
    // The citizen's page and the map are small on purpose: nothing is inlined as a data URL that the CSP would refuse.
    assetsInlineLimit: 0,
    // All browsers that know modules by now know how to load them ahead, or do without.
    modulePreload: { polyfill: false },
    rollupOptions: {
      input: {
        console: here('console/index.html'),
        map: here('map/index.html'),
      },
      output: {
        // What comes together anyway comes as one file: on a far line each request costs more than its bytes.
        codeSplitting: {
          groups: [
            {
              name: 'leaflet',
              test: /leaflet\/dist|node_modules\/(pbf|@mapbox)\/|shared\/(?!live\.|api(?!-public)|leaflet\/overlays)/,
              priority: 2,
            },
            { name: 'overlays', test: /shared\/leaflet\/overlays\//, priority: 1 },
          ],
        },
      },
    },
  },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
});
