/** What the environment says, checked as a whole at boot: every fault is named, not just the first. */
import { isAbsolute, resolve } from 'node:path';

/** What a process does: answer calls, hold sockets, work off jobs and follow the journal for what is stored. */
export const roles = ['http', 'live', 'worker'] as const;
export type ProcessRole = (typeof roles)[number];

export interface Config {
  port: number;
  host: string;
  dataDir: string;
  /** Null: the embedded database. */
  databaseUrl: string | null;
  /** A replica for long reads; null: they go to the database itself. */
  databaseReadUrl: string | null;
  roles: ReadonlySet<ProcessRole>;
  redisUrl: string | null;
  /** Origin under which people reach us, without a slash at the end. */
  publicUrl: string;
  adminEmail: string | null;
  adminPassword: string | null;
  secretKey: string | null;
  /** Null: no metrics; equal to `port`: on the public port. */
  metricsPort: number | null;
  /** Whether X-Forwarded-For of a proxy in front is believed. */
  trustProxy: boolean;
  /** Reports that one network address may send in a minute. */
  reportsPerMinute: number;
  logLevel: LogLevel;
  /** Raster tiles of a base map by URL, with {z} {x} {y}; null: only the shipped one. */
  tilesUrl: string | null;
  tilesAttribution: string | null;
  /** Push services beside the known ones, as host or host:port. They may speak plain HTTP. */
  pushHosts: string[];
  /** Hosts beside the known providers' that gateways may send to, as host or host:port; they may speak plain HTTP. */
  gatewayHosts: string[];
  /** Hosts inside of the operator's network that anybody who reads reports may have their notices sent to; plain HTTP too. */
  chatHosts: string[];
  /** Address of a geocoder that speaks like Nominatim; null: only the shipped names. */
  geocoderUrl: string | null;
}

/** Ports that could be had by this account and that browsers keep for other protocols (https://fetch.spec.whatwg.org/#port-blocking). */
const refusedByBrowsers = new Set([
  1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080,
]);

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
type LogLevel = (typeof logLevels)[number];

export class ConfigFaults extends Error {
  constructor(readonly faults: string[]) {
    super(faults.join('\n'));
  }
}

/**
 * Reads the configuration from environment variables.
 * @throws ConfigFaults with one sentence a fault
 */
export function readConfig(env: Record<string, string | undefined>): Config {
  const faults: string[] = [];
  const text = (name: string): string | null => {
    const value = env[name]?.trim();
    return value === undefined || value === '' ? null : value;
  };
  const whole = (name: string, fallback: number, lowest: number, highest: number): number => {
    const value = text(name);
    if (value === null) return fallback;
    const number = Number(value);
    if (Number.isInteger(number) && number >= lowest && number <= highest) return number;
    faults.push(`${name} must be a whole number from ${lowest} to ${highest}, not "${value}".`);
    return fallback;
  };
  const url = (name: string, protocols: string[]): string | null => {
    const value = text(name);
    if (value === null) return null;
    if (URL.canParse(value) && protocols.includes(new URL(value).protocol)) return value;
    // A URL may hold a password, so its value is not repeated.
    faults.push(`${name} must be a URL that starts with ${protocols.map((p) => `${p}//`).join(' or ')}.`);
    return null;
  };
  const flag = (name: string): boolean => {
    const value = text(name);
    if (value === null || value === 'false') return false;
    if (value !== 'true') faults.push(`${name} must be true or false, not "${value}".`);
    return value === 'true';
  };

  const port = whole('PORT', 3000, 1, 65_535);
  if (refusedByBrowsers.has(port)) faults.push(`PORT: no browser opens ${port}; choose another, as 3000.`);
  const host = text('HOST') ?? '127.0.0.1';
  const shownHost = ['0.0.0.0', '127.0.0.1', '::', '::1'].includes(host) ? 'localhost' : host;
  const publicUrl = url('PUBLIC_URL', ['http:', 'https:']) ?? `http://${shownHost}:${port}`;
  const dataDir = text('DATA_DIR') ?? './data';
  const secretKey = text('SECRET_KEY');
  if (secretKey !== null && Buffer.from(secretKey, 'utf8').length < 32) {
    faults.push('SECRET_KEY must be at least 32 characters; leave it unset to have one made in DATA_DIR.');
  }
  const adminEmail = text('ADMIN_EMAIL');
  if (adminEmail !== null && !/^[^\s@]+@[^\s@]+$/.test(adminEmail))
    faults.push('ADMIN_EMAIL must be an e-mail address.');
  const adminPassword = text('ADMIN_PASSWORD');
  if (adminPassword !== null && adminPassword.length < 12)
    faults.push('ADMIN_PASSWORD must be at least 12 characters.');
  const logLevel = text('LOG_LEVEL') ?? 'info';
  if (!logLevels.includes(logLevel as LogLevel)) faults.push(`LOG_LEVEL must be one of ${logLevels.join(', ')}.`);

  const named = roles.filter((role) => (text('ROLES') ?? roles.join()).split(',').some((word) => word.trim() === role));
  const others = (text('ROLES') ?? '').split(',').filter((word) => !['', ...roles].includes(word.trim()));
  if (named.length === 0 || others.length > 0) faults.push(`ROLES must be some of ${roles.join(', ')}, with commas.`);

  const hosts = (name: string): string[] => {
    const named = (text(name) ?? '')
      .toLowerCase()
      .split(',')
      .flatMap((host) => host.trim() || []);
    if (!named.every((host) => /^[a-z0-9.-]+(:\d{1,5})?$/.test(host)))
      faults.push(`${name} must be hosts, or host:port, with commas between them.`);
    return named;
  };

  const config: Config = {
    port,
    host,
    dataDir: isAbsolute(dataDir) ? dataDir : resolve(dataDir),
    databaseUrl: url('DATABASE_URL', ['postgres:', 'postgresql:']),
    databaseReadUrl: url('DATABASE_READ_URL', ['postgres:', 'postgresql:']),
    roles: new Set(named),
    redisUrl: url('REDIS_URL', ['redis:', 'rediss:']),
    publicUrl: publicUrl.replace(/\/+$/, ''),
    adminEmail,
    adminPassword,
    secretKey,
    metricsPort: text('METRICS_PORT') === null ? null : whole('METRICS_PORT', 9464, 1, 65_535),
    trustProxy: flag('TRUST_PROXY'),
    reportsPerMinute: whole('REPORTS_PER_MINUTE', 120, 1, 1_000_000),
    logLevel: logLevel as LogLevel,
    tilesUrl: url('TILES_URL', ['http:', 'https:']),
    tilesAttribution: text('TILES_ATTRIBUTION'),
    pushHosts: hosts('PUSH_HOSTS'),
    gatewayHosts: hosts('GATEWAY_HOSTS'),
    chatHosts: hosts('CHAT_HOSTS'),
    geocoderUrl: url('GEOCODER_URL', ['http:', 'https:']),
  };
  if (config.databaseReadUrl !== null && config.databaseUrl === null)
    faults.push('DATABASE_READ_URL names a replica of DATABASE_URL, which is unset.');
  if (config.databaseUrl === null && config.roles.size < roles.length)
    faults.push('ROLES splits the work between processes over one DATABASE_URL, which is unset.');
  if (faults.length > 0) throw new ConfigFaults(faults);
  return config;
}
