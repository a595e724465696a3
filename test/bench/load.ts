/** Load on one loopback address: wrk for reports, bounded in time. */
import { spawnSync } from 'node:child_process';

export interface LoadFigures {
  perSecond: number;
  p50: number;
  p99: number;
  refused: number;
  requests: number;
}

const unitMs: Record<string, number> = { us: 0.001, ms: 1, s: 1000 };

function latency(output: string, percent: number): number {
  const [, value = 'NaN', unit = 'ms'] = new RegExp(`\\s${percent}%\\s+([\\d.]+)(us|ms|s)`).exec(output) ?? [];
  return Number(value) * (unitMs[unit] ?? NaN);
}

/** Runs wrk with one thread; latencies are in milliseconds. */
export function runWrk(url: string, script: string, connections: number, seconds: number): LoadFigures {
  const args = ['-t1', `-c${connections}`, `-d${seconds}s`, '--latency', '-s', script, url];
  const output = spawnSync('wrk', args, { encoding: 'utf8' }).stdout;
  const number = (pattern: RegExp): number => Number(pattern.exec(output)?.[1] ?? 0);
  return {
    perSecond: number(/Requests\/sec:\s+([\d.]+)/),
    p50: latency(output, 50),
    p99: latency(output, 99),
    refused: number(/Non-2xx or 3xx responses:\s+(\d+)/),
    requests: number(/(\d+) requests in/),
  };
}
