/**
 * Three responders empty one queue of two hundred reports at the same time: no report is decided twice, no claim is lost,
 * one of them loses the line in the middle, and in the end each screen is right without a reload.
 */
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { HistoryEntry, Page as ListPage, ReportView } from '@atesto/contract';
import { useBrowser } from '../support/browser.js';
import { addPerson, sendReport } from '../support/people.js';
import { useServer } from '../support/test-server.js';
import { detail, isMarked, mark, queue, row, signIn } from './room.js';

const people = useBrowser(() => server.url);
const server = useServer();

const total = 200;
/** Decided by each by the keyboard; the rest goes the same way through the page's own calls. */
const byHand = 15;
const names = ['Ada Example', 'Bo Example', 'Cy Example'] as const;

/** To be pressed: until the server has answered, what is shown is a guess, and its buttons wait. */
const release = (page: Page) => detail(page).locator('[data-action="release"]:enabled');

/** Rejects the report that is open and held. */
async function reject(page: Page): Promise<void> {
  await page.keyboard.press('x');
  const dialog = page.getByRole('dialog', { name: 'Reject the report' });
  await dialog.getByLabel('Duplicate').check();
  await dialog.getByRole('button', { name: 'Reject' }).click();
  await dialog.waitFor({ state: 'detached' });
  await detail(page).locator('[data-action="reopen"]').waitFor();
}

/** Takes the report that waits by one key, and rejects it; no two are handed the same one. */
async function decideSome(page: Page, wanted: number): Promise<void> {
  for (let done = 0; done < wanted; done++) {
    await page.keyboard.press('n');
    await release(page).waitFor();
    await reject(page);
  }
}

/** The page goes on by itself, as the one who is signed in: claim, and reject what was got, until nothing is left. */
const clearRest = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const base = '/api/v1/deployments/main/reports';
    const post = (path: string, body: object): Promise<Response> =>
      fetch(`${base}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    let decided = 0;
    for (;;) {
      const list = (await (await fetch(`${base}?status=new&limit=200`)).json()) as { items: { id: string }[] };
      if (list.items.length === 0) return decided;
      for (const { id } of list.items.sort(() => Math.random() - 0.5)) {
        if ((await post(`/${id}/claim`, {})).status !== 200) continue;
        if ((await post(`/${id}/reject`, { reason: 'duplicate' })).status === 200) decided++;
      }
    }
  });

describe('three responders and two hundred reports', () => {
  const pages: Page[] = [];
  const ids: string[] = [];

  beforeAll(async () => {
    for (let at = 0; at < total; at += 20) {
      const sent = Array.from({ length: 20 }, (_, index) =>
        sendReport(server, { text: `Exercise report ${at + index}` }),
      );
      ids.push(...(await Promise.all(sent)).map(({ id }) => id));
    }
    await Promise.all(
      names.map(async (name, at) => {
        const page = await people.person();
        page.context().setDefaultTimeout(60_000);
        const { email, password } = await addPerson(server, 'responder', name);
        await signIn(page, email, password);
        // A key before the list is there opens nothing.
        await queue(page).getByRole('link').first().waitFor();
        await mark(page);
        pages[at] = page;
      }),
    );
  }, 240_000);

  it('give a report that all three reach for at once to one of them', async () => {
    people.expects(/status of 409/);
    for (const page of pages) {
      await row(page, `Exercise report ${total - 1}`)
        .first()
        .click();
      await detail(page).locator('[data-action="claim"]').waitFor();
    }
    await Promise.all(pages.map((page) => page.keyboard.press('c')));
    const takeOver = (page: Page) => detail(page).locator('[data-action="take-over"]:enabled');
    for (const page of pages) await release(page).or(takeOver(page)).first().waitFor();
    const holders: Page[] = [];
    for (const page of pages) if ((await release(page).count()) === 1) holders.push(page);
    expect(holders).toHaveLength(1);
    for (const page of holders) await reject(page);
  }, 120_000);

  it('decide each report once, while one of them loses the line', async () => {
    people.expects(/status of 409/, /ERR_INTERNET_DISCONNECTED/, /WebSocket/);
    const [ada, bo, cy] = pages as [Page, Page, Page];
    const away = async (): Promise<void> => {
      await decideSome(cy, 5);
      await cy.context().setOffline(true);
      await cy.getByText('Offline', { exact: true }).waitFor();
      await cy.context().setOffline(false);
      await cy.getByText('Live', { exact: true }).waitFor();
      await decideSome(cy, byHand - 5);
    };
    await Promise.all([decideSome(ada, byHand), decideSome(bo, byHand), away()]);
    const rest = await Promise.all(pages.map(clearRest));
    console.info(`decided by the pages' own calls: ${rest.join(', ')}`);
    expect(rest.reduce((sum, one) => sum + one, 3 * byHand + 1)).toBe(total);
  }, 240_000);

  it('leave a journal without a second decision or a lost claim', async () => {
    const deciders = new Map<string, number>();
    for (const id of ids) {
      const { body } = await server.main<{ items: HistoryEntry[] }>(`/reports/${id}/history`);
      const told = body.items.filter(({ kind }) => kind !== 'report.received');
      const work = told.map(({ kind }) => kind);
      expect([id, work]).toEqual([id, ['report.claimed', 'report.rejected']]);
      expect(told[0]?.by?.id).toBe(told[1]?.by?.id);
      const name = told[1]?.by?.name ?? '';
      deciders.set(name, (deciders.get(name) ?? 0) + 1);
    }
    expect([...deciders.keys()].sort()).toEqual([...names]);
    for (const name of names) expect(deciders.get(name)).toBeGreaterThanOrEqual(byHand);
  }, 120_000);

  it('see in the end what the server has, without a reload', async () => {
    for (const page of pages) {
      await page.keyboard.press('Escape');
      await queue(page).getByText('No open reports.').waitFor();
    }
    for (const text of ['Late one', 'Late two', 'Late three']) await sendReport(server, { text });
    const { body } = await server.main<ListPage<ReportView>>('/reports?status=new,in_review,needs_info');
    const wanted = body.items.map(({ text }) => text);
    expect(wanted).toEqual(['Late three', 'Late two', 'Late one']);
    for (const page of pages) {
      await row(page, 'Late three').waitFor();
      const rows = queue(page).getByRole('link');
      expect(await rows.locator('.row-text').allTextContents()).toEqual(wanted);
      expect(await isMarked(page)).toBe(true);
    }
  }, 120_000);
});
