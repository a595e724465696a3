/** People, reports and incidents for tests over HTTP, all made up, all through the API. */
import { randomUUID } from 'node:crypto';
import type { IncidentDetail, MemberRole, MemberView, ReportDetail, ReportReceipt } from '@atesto/contract';
import type { TestServer } from './test-server.js';

export interface Person {
  id: string;
  email: string;
  password: string;
  cookie: string;
}

let count = 0;

/** A new person with this role in a deployment, signed in. */
export async function addPerson(
  server: TestServer,
  role: MemberRole,
  name: string = role,
  slug = 'main',
): Promise<Person> {
  const email = `${role}-${++count}@example.org`;
  const { body } = await server.call<MemberView>(`/api/v1/deployments/${slug}/members`, {
    body: { email, name, role },
  });
  const password = body.oneTimePassword ?? '';
  return { id: body.user.id, email, password, cookie: await server.signIn(email, password) };
}

/** Sends a report as a citizen and returns its id and its secret path. */
export async function sendReport(server: TestServer, parts: object = {}): Promise<{ id: string; followPath: string }> {
  const body = { id: randomUUID(), text: 'The well is dry', ...parts };
  const answer = await server.main<ReportReceipt>('/reports', { body, cookie: null });
  return { id: answer.body.id, followPath: new URL(answer.body.follow).pathname };
}

export const act = (server: TestServer, id: string, action: string, cookie: string, body?: object) =>
  server.main<ReportDetail & { detail: string; type: string }>(`/reports/${id}/${action}`, {
    method: 'POST',
    cookie,
    ...(body === undefined ? {} : { body }),
  });

/** A report that was claimed and verified into a new incident. */
export async function openIncident(
  server: TestServer,
  incident: object = {},
  report: object = {},
): Promise<IncidentDetail> {
  const { id } = await sendReport(server, report);
  await act(server, id, 'claim', server.adminCookie);
  const input = { incident: { title: 'Dry well', ...incident } };
  const verified = await act(server, id, 'verify', server.adminCookie, input);
  return (await server.main<IncidentDetail>(`/incidents/${verified.body.incident?.id}`)).body;
}

/** Merges one incident into another, as that one stands now. */
export async function mergeIncident(
  server: TestServer,
  from: string,
  into: string,
  { fields, ...options }: { cookie?: string; fields?: object } = {},
) {
  const seen = await server.main(`/incidents/${into}`);
  return server.main<IncidentDetail>(`/incidents/${from}/merge`, {
    ...options,
    headers: { 'if-match': seen.headers.get('etag') ?? '"1"' },
    body: { into, ...(fields && { fields }) },
  });
}
