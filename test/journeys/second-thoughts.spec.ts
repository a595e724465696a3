/** Nothing is lost by a slip: what was typed is asked about, and a claim that was only looked at is given back. */
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { ReportDetail } from '@atesto/contract';
import { barriers, useBrowser } from '../support/browser.js';
import { act, sendReport } from '../support/people.js';
import { adminEmail, adminPassword, useServer } from '../support/test-server.js';
import { detail, open, queue, row } from './room.js';

const people = useBrowser(() => server.url);
const server = useServer();

const [well, bridge, finished] = ['The well is dry', 'The bridge is gone', 'The dam holds'];

describe('a responder', () => {
  let page: Page;
  let wellId: string;

  const question = () => page.getByRole('dialog', { name: 'You have unsaved changes.' });
  const place = () => page.getByRole('form', { name: 'Edit report' }).getByLabel('Place in words');
  const statusOf = async (id: string): Promise<string> =>
    (await server.main<ReportDetail>(`/reports/${id}`)).body.status;

  beforeAll(async () => {
    const done = await sendReport(server, { text: finished });
    await act(server, done.id, 'claim', server.adminCookie);
    await act(server, done.id, 'reject', server.adminCookie, { reason: 'duplicate' });
    ({ id: wellId } = await sendReport(server, { text: well }));
    await sendReport(server, { text: bridge });
    page = await people.person();
    await page.goto('/console');
    await page.getByLabel('E-mail address').fill(adminEmail);
    await page.getByLabel('Password', { exact: true }).fill(adminPassword);
    await page.getByRole('button', { name: 'Sign in' }).click();
  });

  it('who administers the only deployment is in its room at once', async () => {
    await row(page, well).waitFor();
    expect(new URL(page.url()).pathname).toBe('/console/main');
  });

  it('sees open work, and what is finished when asking for it', async () => {
    await queue(page).getByText('2 open reports').waitFor();
    expect(await row(page, finished).count()).toBe(0);
    await queue(page).getByRole('button', { name: 'Show finished too' }).click();
    await row(page, finished).waitFor();
    await queue(page).getByRole('button', { name: 'Only open' }).click();
    await row(page, finished).waitFor({ state: 'detached' });
  });

  it('is asked before Esc or another row takes away what was typed', async () => {
    await open(page, well);
    await detail(page).getByRole('button', { name: 'Edit', exact: true }).click();
    await place().fill('By the market');
    await row(page, bridge).click();
    await question().getByText('What you typed will be lost.').waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await question().waitFor({ state: 'detached' });
    expect(await place().inputValue()).toBe('By the market');

    await page.getByRole('heading', { name: 'Edit report' }).click();
    await page.keyboard.press('Escape');
    await question().getByRole('button', { name: 'Keep editing' }).click();
    expect(await place().inputValue()).toBe('By the market');

    await page.goBack();
    await question().getByRole('button', { name: 'Keep editing' }).click();
    expect(await place().inputValue()).toBe('By the market');

    await row(page, bridge).click();
    await question().getByRole('button', { name: 'Discard' }).click();
    await detail(page).getByText(bridge).first().waitFor();
    await open(page, well);
    expect(await detail(page).getByText('By the market').count()).toBe(0);
  });

  it('is not asked when nothing was typed, or it was typed back', async () => {
    await detail(page).getByRole('button', { name: 'Edit', exact: true }).click();
    await place().fill('By');
    await place().fill('');
    await row(page, bridge).click();
    await detail(page).getByText(bridge).first().waitFor();
    expect(await question().count()).toBe(0);
  });

  it('gives back the claim of a dialog that was closed again', async () => {
    await open(page, well);
    await page.keyboard.press('x');
    const dialog = page.getByRole('dialog', { name: 'Reject the report' });
    await dialog.waitFor();
    expect(await statusOf(wellId)).toBe('in_review');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await detail(page).getByText('Nobody works on it.').waitFor();
    expect(await statusOf(wellId)).toBe('new');
  });

  it('keeps a claim that was taken on purpose', async () => {
    await page.keyboard.press('c');
    await detail(page)
      .getByText(/^You work on it until/)
      .waitFor();
    await page.keyboard.press('x');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await detail(page)
      .getByText(/^You work on it until/)
      .waitFor();
    expect(await statusOf(wellId)).toBe('in_review');
  });

  it('is asked before a dialog with words in it closes', async () => {
    await page.keyboard.press('x');
    const dialog = page.getByRole('dialog', { name: 'Reject the report' });
    await dialog.getByLabel('Note for the team').fill('Asked at the market');
    await page.keyboard.press('Escape');
    await dialog.getByText('What you typed will be lost.').waitFor();
    await dialog.getByRole('button', { name: 'Keep editing' }).click();
    expect(await dialog.getByLabel('Note for the team').inputValue()).toBe('Asked at the market');
    await page.keyboard.press('Escape');
    await dialog.getByRole('button', { name: 'Discard' }).click();
    await dialog.waitFor({ state: 'detached' });
  });
});
