/** Two responders side by side: nobody takes another's work, nobody's words are lost, and a broken line heals itself. */
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { ReportDetail } from '@atesto/contract';
import { useBrowser } from '../support/browser.js';
import { addPerson, sendReport } from '../support/people.js';
import { useServer } from '../support/test-server.js';
import { claim, detail, isMarked, mark, open, row, signIn, whenInQueue } from './room.js';

const people = useBrowser(() => server.url);
const server = useServer();

const words = 'The ferry does not run any more';

describe('two responders', () => {
  let ada: Page;
  let bo: Page;
  let id: string;

  const action = (page: Page, name: string) => detail(page).getByRole('button', { name, exact: true });

  beforeAll(async () => {
    ({ id } = await sendReport(server, { text: words, place: 'At the ferry' }));
    [ada, bo] = [await people.person(), await people.person()];
    for (const [page, name] of [
      [ada, 'Ada Example'],
      [bo, 'Bo Example'],
    ] as const) {
      const { email, password } = await addPerson(server, 'responder', name);
      await signIn(page, email, password);
      await open(page, words);
      await mark(page);
    }
  });

  it('see that the other one looks at the same, until they go elsewhere', async () => {
    await detail(bo).getByText('Ada Example is looking at this too.').waitFor();
    await row(bo, words).getByText('AE', { exact: true }).waitFor();
    await ada.keyboard.press('Escape');
    await detail(bo).getByText('Ada Example is looking at this too.').waitFor({ state: 'detached' });
    await open(ada, words);
    await detail(bo).getByText('Ada Example is looking at this too.').waitFor();
  });

  it('see who holds a report, and cannot decide about it meanwhile', async () => {
    await claim(ada);
    await detail(bo)
      .getByText(/^Ada Example works on it until/)
      .waitFor();
    await row(bo, words).getByText('Ada Example', { exact: true }).waitFor();
    for (const name of ['Verify', 'Reject', 'Ask']) {
      expect(await action(bo, name).isDisabled()).toBe(true);
      expect(await action(bo, name).getAttribute('title')).toBe('Ada Example holds the claim.');
    }
    expect(await action(bo, 'Claim').count()).toBe(0);
    await bo.keyboard.press('v');
    expect(await bo.getByRole('dialog').count()).toBe(0);
  });

  it('take it up when it is released', async () => {
    await ada.keyboard.press('c');
    await detail(bo).getByText('Nobody works on it.').waitFor();
    await claim(bo);
    await detail(ada)
      .getByText(/^Bo Example works on it until/)
      .waitFor();
    await bo.keyboard.press('c');
    await detail(ada).getByText('Nobody works on it.').waitFor();
  });

  it('take a claim over with a note, which the other one is told at once', async () => {
    await claim(ada);
    await action(bo, 'Take over …').click();
    const dialog = bo.getByRole('dialog', { name: 'Take over the claim' });
    await dialog.getByRole('button', { name: 'Take over', exact: true }).click();
    await dialog.getByText('Say why you take it over.').waitFor();
    await dialog.getByLabel('Note for them').fill('I stand at the ferry');
    await dialog.getByRole('button', { name: 'Take over', exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    await ada.getByText(/^Bo Example took this over from you: “I stand at the ferry”/).waitFor();
    await detail(ada)
      .getByText(/^Bo Example works on it until/)
      .waitFor();
    await detail(ada).getByText('Note: I stand at the ferry').waitFor();
    await bo.keyboard.press('c');
    await detail(ada).getByText('Nobody works on it.').waitFor();
  });

  it('go on in a dialog that was refused, with what they typed', async () => {
    people.expects(/status of 409/);
    await claim(ada);
    await ada.keyboard.press('x');
    const dialog = ada.getByRole('dialog', { name: 'Reject the report' });
    await dialog.getByLabel('Out of the area').or(dialog.getByLabel('Outside the area')).check();
    await dialog.getByLabel('Note for the team').fill('It is another ferry');
    await action(bo, 'Take over …').click();
    const taking = bo.getByRole('dialog', { name: 'Take over the claim' });
    await taking.getByLabel('Note for them').fill('Let me look first');
    await taking.getByRole('button', { name: 'Take over', exact: true }).click();
    await ada.getByText(/^Bo Example took this over from you/).waitFor();
    await dialog.getByRole('button', { name: 'Reject' }).click();
    await dialog.getByText('Note: Let me look first').waitFor();
    await dialog.getByLabel('Note for them').fill('I have been there');
    await dialog.getByRole('button', { name: 'Take over, keep what I typed' }).click();
    await dialog.getByLabel('Note for them').waitFor({ state: 'detached' });
    expect(await dialog.getByLabel('Note for the team').inputValue()).toBe('It is another ferry');
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await detail(bo)
      .getByText(/^Ada Example works on it until/)
      .waitFor();
    await ada.keyboard.press('c');
    await detail(bo).getByText('Nobody works on it.').waitFor();
  });

  it('keep what they typed when somebody else was quicker', async () => {
    await action(ada, 'Edit').click();
    const form = ada.getByRole('form', { name: 'Edit report' });
    await form.getByLabel('Place in words').fill('On the far bank');
    // Her line is slow: what the other saves has not reached her when she saves.
    people.expects(/status of 412/, /ERR_INTERNET_DISCONNECTED/, /WebSocket/);
    const { body: before } = await server.main<ReportDetail>(`/reports/${id}`);
    let isFirst = true;
    await ada.route('**/reports/*', async (route) => {
      if (route.request().method() !== 'PATCH' || !isFirst) return route.continue();
      isFirst = false;
      const other = { method: 'PATCH', body: { priority: 'critical' }, headers: { 'if-match': `"${before.version}"` } };
      expect((await server.main(`/reports/${id}`, other)).status).toBe(200);
      return route.continue();
    });
    await form.getByRole('button', { name: 'Save' }).click();
    await form.getByText('What you typed is kept.').waitFor();
    await form.getByText('Priority: Normal is now Critical').waitFor();
    expect(await form.getByLabel('Place in words').inputValue()).toBe('On the far bank');
    await form.getByRole('button', { name: 'Save' }).click();
    await form.waitFor({ state: 'detached' });
    const { body: after } = await server.main<ReportDetail>(`/reports/${id}`);
    expect(after).toMatchObject({ place: 'On the far bank', priority: 'critical' });
    await detail(bo).getByText('On the far bank').first().waitFor();
  });

  it('see side by side what both changed, and choose', async () => {
    await action(ada, 'Edit').click();
    const form = ada.getByRole('form', { name: 'Edit report' });
    await form.getByLabel('Place in words').fill('At the old pier');
    const { body: before } = await server.main<ReportDetail>(`/reports/${id}`);
    const headers = { 'if-match': `"${before.version}"` };
    await server.main(`/reports/${id}`, { method: 'PATCH', body: { place: 'At the new pier' }, headers });
    const choice = form.getByRole('group', { name: 'Place: which one to keep' });
    await choice.getByText('At the old pier').waitFor();
    await choice.getByText('At the new pier').waitFor();
    expect(await choice.getByLabel('Keep mine').isChecked()).toBe(true);
    await choice.getByLabel('Take theirs').check();
    expect(await form.getByLabel('Place in words').inputValue()).toBe('At the new pier');
    await choice.getByLabel('Keep mine').check();
    expect(await form.getByLabel('Place in words').inputValue()).toBe('At the old pier');
    await form.getByRole('button', { name: 'Save' }).click();
    await form.waitFor({ state: 'detached' });
    expect((await server.main<ReportDetail>(`/reports/${id}`)).body.place).toBe('At the old pier');
  });

  it('catch up after a break in the line, without loading the page again', async () => {
    const missed = 'Sent while the line was cut';
    people.expects(/ERR_INTERNET_DISCONNECTED/, /WebSocket/);
    await bo.context().setOffline(true);
    await bo.getByText('Offline', { exact: true }).waitFor({ timeout: 60_000 });
    await sendReport(server, { text: missed });
    await whenInQueue(ada, missed);
    expect(await row(bo, missed).count()).toBe(0);
    await bo.context().setOffline(false);
    await row(bo, missed).waitFor({ timeout: 30_000 });
    await bo.getByText('Live', { exact: true }).waitFor();
    await detail(bo).getByText(words).first().waitFor();
    for (const page of [ada, bo]) expect(await isMarked(page)).toBe(true);
  });
});
