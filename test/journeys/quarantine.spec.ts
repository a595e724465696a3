/** A flood of false reports is held back by one switch, and what was held back by mistake comes in by one key. */
import { beforeAll, describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { barriers, phone, useBrowser } from '../support/browser.js';
import { addPerson, sendReport } from '../support/people.js';
import { adminEmail, adminPassword, useServer } from '../support/test-server.js';
import { report } from './citizen.js';
import { detail, open, openSettings, openTab, queue, row, signIn } from './room.js';

const people = useBrowser(() => server.url);
const server = useServer();

const flood = 'Free money behind the dam';
const honest = 'The well at the school is dry';
/** What is in quarantine is told by no frame; the console asks from time to time. */
const slow = { timeout: 30_000 };

const folder = process.env['ATESTO_SCREENSHOTS'];
const picture = async (page: Page, name: string): Promise<void> => {
  if (folder !== undefined) await page.screenshot({ path: join(folder, `${name}.png`) });
};

describe('the quarantine', () => {
  let coordinator: Page;
  let responder: Page;
  let citizen: Page;

  const banner = (page: Page) => queue(page).getByText('Reports from people without an account wait in quarantine.');
  const tab = (page: Page) => queue(page).getByRole('button', { name: /^Quarantine/ });
  const hold = async (page: Page, on: boolean): Promise<void> => {
    await openSettings(page, 'Deployment');
    await page.getByLabel('Hold back reports from people without an account').setChecked(on);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved.').waitFor();
    await page.getByRole('button', { name: 'Back to the room' }).click();
  };

  beforeAll(async () => {
    [coordinator, responder, citizen] = [await people.person(), await people.person(), await people.person()];
    await signIn(coordinator, adminEmail, adminPassword);
    const { email, password } = await addPerson(server, 'responder', 'Bo Example');
    await signIn(responder, email, password);
  });

  it('is switched on by a coordinator, and every console says so', async () => {
    expect(await tab(responder).count()).toBe(0);
    await hold(coordinator, true);
    for (const page of [coordinator, responder]) await banner(page).waitFor();
  });

  it('says nothing of it over My work, which holds no such reports', async () => {
    await queue(responder)
      .getByRole('button', { name: /^My work/ })
      .click();
    await banner(responder).waitFor({ state: 'detached' });
    expect(await queue(responder).getByText('These reports wait until somebody admits them.').count()).toBe(0);
    await openTab(responder, 'Reports');
  });

  it('keeps what comes without an account out of the queue, and tells the reporter the same as ever', async () => {
    await report(citizen, { text: honest });
    await sendReport(server, { text: flood });
    await tab(responder).click();
    for (const words of [honest, flood]) await row(responder, words).waitFor(slow);
    expect(await row(coordinator, honest).count()).toBe(0);
    expect(await barriers(responder)).toEqual([]);
    await tab(coordinator).getByText('2').waitFor(slow);
    await picture(coordinator, 'quarantine-banner');
  });

  it('says why a report waits, and lets it in by one key, which every console sees at once', async () => {
    await open(responder, honest);
    await detail(responder).getByText('This report waits in quarantine').waitFor();
    expect(await detail(responder).getByRole('button', { name: 'Claim' }).count()).toBe(0);
    await picture(responder, 'quarantine-open');
    await responder.keyboard.press('a');
    await row(coordinator, honest).waitFor();
    await detail(responder).getByText('Nobody works on it.').waitFor();
    await openTab(responder, 'Reports');
    await row(responder, honest).waitFor();
    expect(await row(responder, flood).count()).toBe(0);
  });

  it('takes back a report that nobody has begun to work on', async () => {
    await open(responder, honest);
    await detail(responder).getByRole('button', { name: 'Send to quarantine' }).click();
    await detail(responder).getByText('This report waits in quarantine').waitFor();
    await tab(coordinator).click();
    await row(coordinator, honest).waitFor(slow);
  });

  it('lets in all that is shown, after one question', async () => {
    await row(coordinator, flood).waitFor(slow);
    await queue(coordinator).getByRole('button', { name: 'Admit all shown' }).click();
    const dialog = coordinator.getByRole('dialog');
    await dialog.getByText('Let 2 reports into the queue?').waitFor();
    await dialog.getByRole('button', { name: 'Admit', exact: true }).click();
    await queue(coordinator).getByText('Nothing waits in quarantine.').waitFor();
    await row(responder, flood).waitFor();
    await detail(responder).getByText('Nobody works on it.').waitFor();
  });

  it('goes away when it is switched off and empty', async () => {
    await openTab(coordinator, 'Reports');
    await hold(coordinator, false);
    await banner(responder).waitFor({ state: 'detached' });
    await tab(responder).waitFor({ state: 'detached' });
    await sendReport(server, { text: 'Sent after the switch' });
    for (const page of [coordinator, responder]) await row(page, 'Sent after the switch').waitFor();
  });

  it('shows itself again when a program falls into the trap', async () => {
    await sendReport(server, { text: 'Buy now', trap: 'https://example.org' });
    await tab(responder).waitFor(slow);
    await responder.setViewportSize(phone);
    await responder.getByRole('navigation').getByRole('button', { name: 'Queue' }).click();
    await tab(responder).click();
    await row(responder, 'Buy now').waitFor();
    await picture(responder, 'quarantine-phone');
  });
});
