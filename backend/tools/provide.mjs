/**
 * Makes sure that the programs the tests use are there: PostgreSQL with PostGIS, Chromium. Where it may (root on
 * Debian) it installs what is missing; elsewhere the tiers that need it are skipped by name.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Folder of `initdb` and `postgres` of the newest installed version that has PostGIS; null without one. */
export function postgresBin() {
  const base = '/usr/lib/postgresql';
  if (!existsSync(base)) return null;
  const versions = readdirSync(base).sort((a, b) => Number(b) - Number(a));
  const version = versions.find(
    (v) =>
      existsSync(join(base, v, 'bin/initdb')) && existsSync(`/usr/share/postgresql/${v}/extension/postgis.control`),
  );
  return version === undefined ? null : join(base, version, 'bin');
}

export function chromiumPath() {
  const candidates = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
  return candidates.find((path) => path !== undefined && existsSync(path)) ?? null;
}

/** Programs of others that open what leaves. */
const found = (path) => (existsSync(path) ? path : null);

export const wrkPath = () => (existsSync('/usr/bin/wrk') ? '/usr/bin/wrk' : null);

const programs = [
  { name: 'PostGIS', packages: ['postgresql-15', 'postgresql-15-postgis-3'], find: postgresBin },
  { name: 'Chromium', packages: ['chromium'], find: chromiumPath },
  { name: 'wrk', packages: ['wrk'], find: wrkPath },
  { name: 'GDAL', packages: ['gdal-bin'], find: () => found('/usr/bin/ogr2ogr') },
  { name: 'xmllint', packages: ['libxml2-utils'], find: () => found('/usr/bin/xmllint') },
  { name: 'Gnumeric', packages: ['gnumeric'], find: () => found('/usr/bin/ssconvert') },
];

function install(packages) {
  const isRootOnDebian = process.getuid?.() === 0 && existsSync('/etc/debian_version');
  if (!isRootOnDebian) return;
  console.log(`Installing ${packages.join(', ')} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const run = (...args) => spawnSync('apt-get', args, { env, stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;
  if (!run('install', '-y', '--no-install-recommends', ...packages)) {
    run('update');
    run('install', '-y', '--no-install-recommends', ...packages);
  }
}

/** Names of the wanted programs that are still missing afterwards. */
export function provide(wanted) {
  const missing = programs.filter(({ name, find }) => wanted.includes(name) && find() === null);
  if (missing.length > 0) install(missing.flatMap(({ packages }) => packages));
  return missing.filter(({ find }) => find() === null).map(({ name }) => name);
}
