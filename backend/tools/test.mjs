/**
 * `npm test`: every tier, each a run of jest. Ends with one plain line.
 * Arguments are passed to jest and limit which tiers run: `npm test -- pure`, `npm test -- embedded triage`.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installPackages, root } from './install.mjs';
import { provide } from './provide.mjs';

process.chdir(root);
installPackages();
const { build } = await import('./build.mjs');
await build();

/** A tier that takes longer is stuck. */
const tierMinutes = 40;

const names = new Set(['pure', 'embedded', 'postgis']);
const asked = process.argv.slice(2);
const patterns = asked.filter((word) => !names.has(word));

/**
 * A full run makes everything on PostGIS, which starts in a fifth of the time, and these on the embedded database as well:
 * whatever leans on the database more than on the server's own code. Asked for by its name, or where there is no PostGIS,
 * the embedded one is asked everything.
 */
const onEmbeddedToo = {
  http: [
    'alerts/alerts',
    'channels/web/(report-api|uploads/uploads)',
    'dispatch/offers/offers',
    'exports/(exports|ogc/ogc)',
    'incidents/incidents',
    'live/catch-up',
    'map/(any-changes|tiles)',
    'src/paging',
    'platform/once',
    'reports/report-search',
    'situation/situation',
    'suggestions/duplicates/duplicates',
    'triage/triage',
    'undo/(any-sequence|undo)',
    'webhooks/webhooks',
  ],
  journeys: ['main-job', 'two-consoles', 'offline'],
};

const programs = ['GDAL', 'xmllint', 'Gnumeric'];

/** What people do in a browser, and what happens to killed servers, is timed by the clock: nothing runs beside it. */
const isAlone = true;

const onDatabase = (database, isWhole) => {
  const [http, journeys] = isWhole
    ? ['.*', '.*']
    : [`.*(${onEmbeddedToo.http.join('|')})`, `(${onEmbeddedToo.journeys.join('|')})`];
  return [
    {
      name: `${database}: database and HTTP`,
      tier: database,
      match: ['\\.db\\.spec\\.ts$', `${http}\\.http\\.spec\\.ts$`],
    },
    {
      name: `${database}: journeys`,
      tier: database,
      match: [`test/journeys/${journeys}\\.spec`],
      needs: ['Chromium'],
      isAlone,
    },
    ...(isWhole
      ? [{ name: `${database}: other programs`, tier: database, match: ['test/programs/'], needs: programs }]
      : []),
    { name: `${database}: faults`, tier: database, match: ['test/faults/'], isAlone },
  ];
};
const wanted = asked.filter((word) => names.has(word));
const lacksPostgis = wanted.length === 0 && provide(['PostGIS']).length > 0;
const tiers = [
  {
    name: 'pure',
    tier: 'pure',
    match: ['(?<!\\.(db|http))\\.spec\\.tsx?$'],
    ignore: ['test/(journeys|faults|programs)/'],
  },
  ...onDatabase('postgis', true).map((tier) => ({
    ...tier,
    database: 'postgis',
    needs: [...(tier.needs ?? []), 'PostGIS'],
  })),
  ...onDatabase('embedded', lacksPostgis || wanted.includes('embedded')).map((tier) => ({
    ...tier,
    database: 'embedded',
  })),
];

const chosen = tiers.filter(({ tier }) => wanted.length === 0 || wanted.includes(tier));

const missing = new Set(provide([...new Set(chosen.flatMap(({ needs = [] }) => needs))]));
const folder = mkdtempSync(join(tmpdir(), 'atesto-test-'));
const total = { passed: 0, failed: 0, skipped: 0 };

/** A pass by a second try is a pass, and is named: it is the first sign of a test that depends on timing. */
function tellRetried({ testResults }) {
  const retried = testResults.flatMap(({ assertionResults }) => assertionResults).filter((one) => one.invocations > 1);
  for (const { fullName, status } of retried) console.log(`retried, ${status}: ${fullName}`);
}

function run({ name, match, ignore = [], database, isAlone = false }, index) {
  const outputFile = join(folder, `${index}.json`);
  const args = [
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
    'node_modules/jest/bin/jest.js',
    '--json',
    `--outputFile=${outputFile}`,
    '--passWithNoTests',
    // What a failed test left running must not hold up the rest.
    '--forceExit',
    // Modules stay in memory from file to file: one that holds many gets slower and slower.
    ...(isAlone ? ['--runInBand'] : ['--maxWorkers=2', '--workerIdleMemoryLimit=1GB']),
    ...['/node_modules/', '/dist/', ...ignore].map((pattern) => `--testPathIgnorePatterns=${pattern}`),
    '--testPathPatterns',
    ...match.map((pattern) => (patterns.length === 0 ? pattern : `^(?=.*(${patterns.join('|')})).*(${pattern})`)),
  ];
  console.log(`\n── ${name}`);
  const env = {
    ...process.env,
    NODE_ENV: 'test',
    LOG_LEVEL: 'fatal',
    TEST_RUN_FOLDER: folder,
    ...(database && { TEST_DATABASE: database }),
  };
  const done = spawnSync(process.execPath, args, {
    cwd: root,
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
    timeout: tierMinutes * 60_000,
  });
  try {
    const result = JSON.parse(readFileSync(outputFile, 'utf8'));
    total.passed += result.numPassedTests;
    tellRetried(result);
    total.failed += result.numFailedTests + result.numRuntimeErrorTestSuites;
    total.skipped += result.numPendingTests + result.numTodoTests;
    if (done.status !== 0 && result.numFailedTests + result.numRuntimeErrorTestSuites === 0) total.failed += 1;
  } catch {
    total.failed += 1;
  }
}

chosen.forEach((tier, index) => {
  const lacking = (tier.needs ?? []).filter((name) => missing.has(name));
  if (lacking.length === 0) {
    run(tier, index);
    return;
  }
  console.log(`\n── ${tier.name}: skipped, ${lacking.join(' and ')} is missing`);
  if (process.env.CI === 'true') total.failed += 1;
  else total.skipped += 1;
});

rmSync(folder, { recursive: true, force: true });
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`);
process.exit(total.failed > 0 ? 1 : 0);
