/** Markup in every text that anybody can type shows as text on every page, and nothing of it runs. */
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { DeploymentView, IncidentDetail, OrganisationView } from '@atesto/contract';
import { useBrowser } from '../support/browser.js';
import { eventually } from '../support/eventually.js';
import { act, addPerson, sendReport, type Person } from '../support/people.js';
import { useServer } from '../support/test-server.js';
import { report, type Sent } from './citizen.js';
import { detail, open, openTab, signIn } from './room.js';

const people = useBrowser(() => server.url);
const server = useServer();

/** Would leave traces: a dialog, a word in the log, an element. */
const hostile = (field: string): string =>
  `<img src=x onerror="alert('${field}')"><script>alert('${field}')</script>${field}`;

/** The page holds these fields as text, in an element or in a field of a form, and no element came of them. */
async function expectText(page: Page, ...fields: string[]): Promise<void> {
  const missing = (wanted: string[]): string[] => {
    const typed = [...document.querySelectorAll<HTMLInputElement>('input, textarea')].map(({ value }) => value);
    const shown = [document.body.textContent, document.title, ...typed].join('\n');
    return wanted.filter((text) => !shown.includes(text));
  };
  const wanted = fields.map(hostile);
  await eventually(async () => expect(await page.evaluate(missing, wanted)).toEqual([]));
  // Words for the script travel as data, which nobody runs.
  const scripts = 'body script:not([src], [type="application/json"])';
  expect(await page.locator(`img[src="x"], img[onerror], ${scripts}`).count()).toBe(0);
}

describe('markup in texts', () => {
  let member: Person;
  let citizen: Page;
  let room: Page;
  let sent: Sent;
  let incidentId: string;

  const as = <Body>(path: string, body: object, method = 'POST', version?: number) =>
    server.main<Body>(path, { method, body, ...(version && { headers: { 'if-match': `"${version}"` } }) });

  async function spoilDeployment(): Promise<void> {
    const { body: odd } = await server.call<DeploymentView>('/api/v1/deployments', {
      body: { slug: 'odd', name: hostile('second') },
    });
    expect(odd.name).toBe(hostile('second'));
    const { body: main } = await server.main<DeploymentView>('');
    const named = await as<DeploymentView>('', { name: hostile('deployment') }, 'PATCH', main.version);
    const odds = { code: 'odd', colour: '#aa3322', icon: 'dot', sensitive: false, names: { en: hostile('category') } };
    const put = await as('/categories', { items: [odds] }, 'PUT', named.body.version);
    expect(put.status).toBe(200);
  }

  async function spoilTriage(): Promise<void> {
    const by = member.cookie;
    const { id } = await sendReport(server, { text: hostile('merged'), category: 'odd', location: { lat: 1, lon: 2 } });
    await act(server, id, 'claim', by);
    const verified = await act(server, id, 'verify', by, {
      incident: {
        title: hostile('title'),
        description: hostile('description'),
        place: hostile('incident place'),
        category: 'odd',
      },
    });
    expect(verified.status).toBe(200);
    incidentId = verified.body.incident?.id ?? '';
    const change = { status: 'responding', reason: hostile('reason'), public: true };
    expect((await as<IncidentDetail>(`/incidents/${incidentId}/status`, change)).status).toBe(200);
    const rejected = await sendReport(server, {
      text: hostile('rejected'),
      answers: { [hostile('ask')]: hostile('tell') },
    });
    await act(server, rejected.id, 'claim', by);
    const reason = { reason: 'other', note: hostile('note') };
    expect((await act(server, rejected.id, 'reject', by, reason)).status).toBe(200);
  }

  beforeAll(async () => {
    await spoilDeployment();
    const organisation = await server.call<OrganisationView>('/api/v1/organisations', {
      body: { name: hostile('organisation') },
    });
    expect(organisation.status).toBe(201);
    expect((await as('/api-keys', { name: hostile('key'), scopes: ['incidents.read'] })).status).toBe(201);
    member = await addPerson(server, 'coordinator', hostile('member'));
    await spoilTriage();
    citizen = await people.person();
    room = await people.person();
  });

  it('is text on the start page and on the form', async () => {
    await citizen.goto('/');
    await expectText(citizen, 'deployment', 'second');
    await citizen.goto('/report/main');
    await expectText(citizen, 'category', 'deployment');
  });

  it('is text on the follow page, with a question and an answer', async () => {
    const typed = { text: hostile('text'), place: hostile('place'), name: hostile('name') };
    sent = await report(citizen, typed);
    await signIn(room, member.email, member.password);
    await open(room, hostile('text'));
    await room.keyboard.press('c');
    await detail(room).getByRole('button', { name: 'Ask', exact: true }).click();
    await room.getByLabel('Question').fill(hostile('question'));
    await room.getByRole('button', { name: 'Send question' }).click();
    await room.getByRole('dialog').waitFor({ state: 'detached' });
    await citizen.goto(sent.followLink);
    await citizen.getByLabel('Your answer').fill(hostile('answer'));
    await citizen.getByRole('button', { name: 'Send answer' }).click();
    await expectText(citizen, 'answer', 'text', 'place', 'question');
  });

  it('is text in the queue, in a report, in its conversation, contact and history', async () => {
    await detail(room).getByText(hostile('answer')).waitFor();
    await room.goto(`${new URL(room.url()).href.replace('?', '?status=all&')}`);
    await detail(room).getByRole('button', { name: 'Show contact' }).click();
    await detail(room).getByText(hostile('name')).waitFor();
    await expectText(room, 'answer', 'text', 'place', 'name', 'question', 'member', 'deployment', 'merged', 'rejected');
    await open(room, hostile('rejected'));
    await expectText(room, 'note', 'rejected', 'ask', 'tell');
  });

  it('is text where a report is verified', async () => {
    await open(room, hostile('text'));
    await room.keyboard.press('v');
    await room.getByRole('button', { name: 'Use the first words of the report' }).click();
    await expectText(room, 'place', 'category');
    await room.getByRole('button', { name: 'Part of an existing incident' }).click();
    await room.getByRole('dialog').getByText(hostile('title')).waitFor();
    await expectText(room, 'title');
    await room.keyboard.press('Escape');
  });

  it('is text in an incident and its history', async () => {
    await openTab(room, 'Incidents');
    await open(room, hostile('title'));
    await expectText(room, 'title', 'description', 'incident place', 'reason', 'category', 'merged', 'member');
    await detail(room).getByRole('button', { name: 'Edit' }).click();
    await expectText(room, 'title', 'description', 'incident place');
    await detail(room).getByRole('button', { name: 'Cancel' }).click();
  });

  it('is text in the settings', async () => {
    await room.getByRole('button', { name: 'Settings', exact: true }).click();
    const sections = { Deployment: 'deployment', Categories: 'category', People: 'member' };
    for (const [section, field] of Object.entries({ ...sections, Organisations: 'organisation', 'API keys': 'key' })) {
      await room.getByRole('link', { name: section, exact: true }).click();
      await room.getByRole('heading', { level: 2, name: section }).waitFor();
      await room.getByText(hostile(field)).or(room.locator('input')).first().waitFor();
      await expectText(room, field);
    }
    await room.getByRole('link', { name: 'People', exact: true }).click();
    await room.getByRole('button', { name: 'Remove' }).first().waitFor();
    await expectText(room, 'member', 'organisation');
  });

  it('is text on the public map', async () => {
    await citizen.goto(`/map/main?incident=${incidentId}`);
    await citizen.getByRole('heading', { name: hostile('title') }).waitFor();
    await expectText(citizen, 'title', 'description', 'incident place', 'reason', 'category', 'deployment');
    await citizen.getByRole('button', { name: 'Back to the list' }).click();
    await citizen.getByRole('button', { name: hostile('title') }).waitFor();
    for (const tab of ['Filters', 'Legend']) {
      await citizen.getByRole('tab', { name: tab }).click();
      await expectText(citizen, 'category');
    }
  });
});
