/** Help finds its way: a citizen offers it without a script, a coordinator matches it, it is brought, and all is over. */
import { describe, expect, it } from '@jest/globals';
import type { IncidentDetail } from '@atesto/contract';
import { barriers, phone, useBrowser } from '../support/browser.js';
import { eventually } from '../support/eventually.js';
import { addPerson, openIncident } from '../support/people.js';
import { useServer } from '../support/test-server.js';
import { detail, open, signIn } from './room.js';

const people = useBrowser(() => server.url);
const server = useServer();

describe('an offer of help', () => {
  it('is made on a phone without a script, matched by one press, done, and ends the incident', async () => {
    const coordinator = await addPerson(server, 'coordinator', 'Cora Example');
    const location = { lat: 41.25, lon: 11.5 };
    const incident = await openIncident(server, { title: 'Camp at the tannery', location }, { location });
    await server.main(`/incidents/${incident.id}/needs`, {
      body: { kind: 'clothing', quantity: 20, unit: 'blankets' },
    });

    const citizen = await people.person({ javaScriptEnabled: false, viewport: phone });
    await citizen.goto('/report/main');
    await citizen.getByRole('link', { name: 'Can you help?' }).click();
    await citizen.getByRole('heading', { name: /^Offer help to/ }).waitFor();
    await citizen.getByLabel('Clothes and blankets').check();
    await citizen.getByLabel('In your own words').fill('Wool blankets, washed');
    await citizen.getByLabel('How much or how many?').fill('25');
    await citizen.getByLabel('Of what?').fill('blankets');
    await citizen.getByLabel('Where are you').fill('41.26000, 11.51000');
    await citizen.getByRole('button', { name: 'Offer help' }).click();
    people.expects(/status of 422/);
    await citizen.getByRole('alert').getByText('Write a phone number or an e-mail address').waitFor();
    await citizen.getByLabel('Phone number').fill('+00 555 0104');
    await citizen.getByRole('button', { name: 'Offer help' }).click();
    await citizen.getByRole('heading', { name: 'Thank you for offering help' }).waitFor();

    const page = await people.person();
    await signIn(page, coordinator.email, coordinator.password);
    await page.goto('/console/main?tab=incidents');
    await open(page, 'Camp at the tannery');
    const offers = detail(page).getByRole('region', { name: 'Offers of help near' });
    await offers.getByText('Wool blankets, washed').first().waitFor();
    await offers.getByText(/km away · enough for what is open$/).waitFor();
    await offers.getByRole('button', { name: 'Show contact' }).click();
    await offers.getByRole('link', { name: '+00 555 0104' }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await offers.getByRole('button', { name: 'Use this offer' }).click();
    await detail(page).getByText('Fetch what was offered: Wool blankets, washed', { exact: true }).waitFor();
    await detail(page).getByRole('button', { name: 'Accept', exact: true }).click();
    await detail(page).getByRole('button', { name: 'Done', exact: true }).click();
    await detail(page).getByText('20 of 20 blankets there').waitFor();
    await page.getByText('All that was needed is there').waitFor();
    await eventually(async () => {
      const { body } = await server.main<IncidentDetail>(`/incidents/${incident.id}`);
      expect(body.status).toBe('resolved');
    });
  });

  it('is noted for an organisation in the console, declined, taken back, and seen by the others at once', async () => {
    const { body: relief } = await server.call<{ id: string }>('/api/v1/organisations', {
      body: { name: 'Example Relief' },
    });
    const [one, other] = [
      await addPerson(server, 'responder', 'Una Example'),
      await addPerson(server, 'viewer', 'Vic Example'),
    ];
    const [page, beside] = [await people.person(), await people.person({ viewport: phone, colorScheme: 'dark' })];
    for (const [screen, who] of [
      [page, one],
      [beside, other],
    ] as const) {
      await signIn(screen, who.email, who.password);
      await screen.goto('/console/main');
      await screen.getByRole('button', { name: 'Menu' }).click();
      await screen.getByRole('button', { name: 'Offers of help' }).click();
      await screen.getByRole('heading', { name: 'Offers of help' }).waitFor();
    }
    await beside.getByText('Live', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Note an offer' }).click();
    const form = page.getByRole('dialog', { name: 'Note an offer' });
    await form.getByLabel('How many').fill('12');
    await form.getByRole('button', { name: 'Add' }).click();
    await form.getByText('Without an organisation, enter a phone number or an e-mail address.').waitFor();
    expect(await barriers(page)).toEqual([]);
    await form.getByLabel('Who offers it').selectOption(relief.id);
    await form.getByLabel('In words').fill('Pumps with hoses');
    await form.getByLabel('What is offered').selectOption('tools');
    await form.getByRole('button', { name: 'Add' }).click();
    const card = (screen: typeof page) => screen.getByRole('listitem').filter({ hasText: 'Pumps with hoses' });
    await card(page).getByText('12 of 12 left').waitFor();
    await card(beside).getByText('Example Relief').waitFor();
    expect(await card(beside).getByRole('button').count()).toBe(0);
    await card(page).getByRole('button', { name: 'Decline' }).click();
    await card(page).waitFor({ state: 'detached' });
    await card(beside).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Undo' }).click();
    await card(beside).getByText('Offered').waitFor();
    await card(page).waitFor();
    await page.getByRole('button', { name: 'All', exact: true }).click();
    await page.getByRole('listitem').filter({ hasText: 'Wool blankets, washed' }).getByText('In use').waitFor();
    expect(new URL(page.url()).search).toBe('?all=true');
    for (const screen of [page, beside]) expect(await barriers(screen)).toEqual([]);
  });

  it.each([
    ['in Arabic, in the dark', { locale: 'ar', colorScheme: 'dark', viewport: phone } as const],
    ['on a narrow phone', { viewport: { width: 320, height: 640 } }],
  ])('keeps nobody out %s', async (_, options) => {
    const page = await people.person(options);
    await page.goto('/offer/main');
    expect(await barriers(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  });
});
