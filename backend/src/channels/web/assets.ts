/** Finds the built style, script and icon of the citizen's pages by the manifest that the bundler leaves. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PageFrame } from '@atesto/frontend/report';

export class BuiltFrontend {
  constructor(
    /** Folder with `assets/`, `console/index.html` and `map/index.html`. */
    readonly folder: string,
    readonly assets: PageFrame['assets'],
    readonly posterStyle: string,
  ) {}
}

interface ManifestEntry {
  file: string;
}

export function readBuiltFrontend(folder: string): BuiltFrontend {
  const manifest = JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8')) as Record<
    string,
    ManifestEntry | undefined
  >;
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
  return new BuiltFrontend(folder, assets, pathOf('report/poster.css'));
}
