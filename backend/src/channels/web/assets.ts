/** Finds the built style, script and icon of the citizen's pages by the manifest that the bundler leaves. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PageFrame } from '@atesto/frontend/report';

export class BuiltFrontend {
  constructor(
    /** Folder with `assets/`, `console/index.html`, `map/index.html` and `worker.js`. */
    readonly folder: string,
    readonly assets: PageFrame['assets'],
    /** Paths of all that the citizen's pages may load, for the phone to keep. */
    readonly kept: readonly string[],
    /** Of the pages that are not for the phone. */
    readonly styles: { poster: string; data: string; situation: string; alerts: string },
    /** Of the page that tells of the API. */
    readonly docs: PageFrame['assets'],
  ) {}
}

interface ManifestEntry {
  file: string;
  css?: string[];
  imports?: string[];
  dynamicImports?: string[];
}

type Manifest = Record<string, ManifestEntry | undefined>;

/** Files that a source leads to, itself first. */
function filesFrom(manifest: Manifest, source: string, seen = new Set<string>()): string[] {
  const entry = manifest[source];
  if (entry === undefined || seen.has(source)) return [];
  seen.add(source);
  const next = [...(entry.imports ?? []), ...(entry.dynamicImports ?? [])];
  return [entry.file, ...(entry.css ?? []), ...next.flatMap((other) => filesFrom(manifest, other, seen))];
}

export function readBuiltFrontend(folder: string): BuiltFrontend {
  const read = (name: string): Manifest => JSON.parse(readFileSync(join(folder, '.vite', name), 'utf8')) as Manifest;
  const manifest = { ...read('manifest.json'), ...read('report.json') };
  const pathOf = (source: string): string => {
    const entry = manifest[source];
    if (entry === undefined) throw new Error(`${source} was not built`);
    return `/${entry.file}`;
  };
  const assets = {
    style: pathOf('report/pages.css'),
    script: pathOf('report/enhance.ts'),
    icon: pathOf('map/icon.svg'),
  };
  const scripts = filesFrom(manifest, 'report/enhance.ts').map((file) => `/${file}`);
  const kept = [...new Set([assets.style, assets.icon, ...scripts])];
  const docs = { ...assets, style: pathOf('report/api-docs.css'), script: pathOf('report/api-docs.ts') };
  const styleOf = (name: string): string => pathOf(`report/${name}.css`);
  const styles = {
    poster: styleOf('poster'),
    data: styleOf('open-data'),
    situation: styleOf('situation'),
    alerts: styleOf('alerts'),
  };
  return new BuiltFrontend(folder, assets, kept, styles, docs);
}
