/** Messages a second through the SMS channel: sender, conversation, report and the answer to be sent, all durable. */
import { join } from 'node:path';
import type { GatewayView } from '@atesto/contract';
import { runWrk, type LoadFigures } from './load.js';

async function call<Body>(url: string, cookie: string, method: string, headers: object, body: object): Promise<Body> {
  const answer = await fetch(url, {
    method,
    headers: { cookie, 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${method} ${url} answered ${answer.status}`);
  return (await answer.json()) as Body;
}

/** The deployment gets an area as those in use have one: places are read from the words of every message. */
export async function measureSms(
  url: string,
  cookie: string,
  folder: string,
  connections: number,
  seconds: number,
): Promise<LoadFigures> {
  const base = `${url}/api/v1/deployments/main`;
  const { version } = (await (await fetch(base)).json()) as { version: number };
  const area = { west: -74.5, south: 17.9, east: -71.5, north: 20.1 };
  await call(base, cookie, 'PATCH', { 'if-match': `"${version}"` }, { area });
  const settings = { secret: 'a made-up secret' };
  const body = { kind: 'smssync', name: 'bench', settings };
  const gateway = await call<GatewayView>(`${base}/gateways`, cookie, 'POST', {}, body);
  const address = url + new URL(gateway.addresses[0]?.url ?? url).pathname;
  const script = join(folder, 'sms.lua');
  runWrk(address, script, 16, 2);
  return runWrk(address, script, connections, seconds);
}
