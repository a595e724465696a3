/**
 * Builds the script and styles of the citizen's pages by themselves, so that they share no file with the console: the
 * first load is one script and one style, all else comes when it is wanted.
 */
import { resolve } from 'node:path';
import { defineConfig } from 'vite';

const here = (path: string): string => resolve(import.meta.dirname, path);

export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  publicDir: false,
  build: {
    outDir: 'dist/client',
    // The console and the map have been built into it before.
    emptyOutDir: false,
    manifest: '.vite/report.json',
    // What phones with Android 5 and later run, on the last browser that they get.
    target: ['chrome91', 'firefox90', 'safari14.1'],
    assetsInlineLimit: 0,
    // The helper that preloads would be a request more.
    modulePreload: false,
    rollupOptions: {
      input: {
        report: here('report/enhance.ts'),
        pages: here('report/pages.css'),
        poster: here('report/poster.css'),
        'open-data': here('report/open-data.css'),
        situation: here('report/situation.css'),
        alertsStyle: here('report/alerts.css'),
        docs: here('report/api-docs.ts'),
        docsStyle: here('report/api-docs.css'),
      },
    },
  },
});
