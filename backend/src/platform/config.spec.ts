import { describe, expect, it } from '@jest/globals';
import { ConfigFaults, readConfig } from './config.js';

function faultsOf(env: Record<string, string>): string[] {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigFaults)) throw error;
    return error.faults;
  }
}

describe('the configuration', () => {
  it('stands without anything said', () => {
    expect(readConfig({})).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      databaseUrl: null,
      publicUrl: 'http://localhost:3000',
      metricsPort: null,
      trustProxy: false,
      logLevel: 'info',
    });
    expect(readConfig({}).dataDir).toMatch(/\/data$/);
  });

  it('names every fault, not just the first', () => {
    const faults = faultsOf({
      PORT: '70000',
      DATABASE_URL: 'mysql://host/x',
      SECRET_KEY: 'short',
      ADMIN_EMAIL: 'nobody',
      ADMIN_PASSWORD: 'short',
      LOG_LEVEL: 'loud',
      TRUST_PROXY: 'maybe',
      METRICS_PORT: 'x',
      GEOCODER_URL: 'ftp://host/x',
    });
    const names = ['PORT', 'METRICS_PORT', 'DATABASE_URL', 'SECRET_KEY', 'ADMIN_EMAIL', 'ADMIN_PASSWORD', 'LOG_LEVEL'];
    for (const name of [...names, 'TRUST_PROXY', 'GEOCODER_URL']) {
      expect(faults.filter((fault) => fault.startsWith(`${name} `))).toHaveLength(1);
    }
    expect(faults).toHaveLength(9);
  });

  it('repeats no secret', () => {
    const env = {
      DATABASE_URL: 'mysql://user:pass-one@host/x',
      REDIS_URL: 'http://:pass-two@host',
      SECRET_KEY: 'pass-three',
      ADMIN_PASSWORD: 'pass-four',
    };
    expect(faultsOf(env)).toHaveLength(4);
    expect(faultsOf(env).join('\n')).not.toContain('pass-');
  });

  it('takes an empty value for none, and no slash at the end of the address', () => {
    const config = readConfig({ PORT: ' ', DATABASE_URL: '', PUBLIC_URL: 'https://map.example.org/' });
    expect(config).toMatchObject({ port: 3000, databaseUrl: null, publicUrl: 'https://map.example.org' });
  });

  it('refuses numbers that are not whole', () => {
    for (const PORT of ['1.5', '0', '-1', 'NaN', '3000x', '4190', '6000']) expect(faultsOf({ PORT })).toHaveLength(1);
  });
});
