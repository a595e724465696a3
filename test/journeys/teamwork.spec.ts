/** A team works on the same things: notes that mention one another, whose work it is, and the end of a shift. */
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { barriers, useBrowser } from '../support/browser.js';
import { addPerson, mergeIncident, openIncident, sendReport } from '../support/people.js';
import { useServer } from '../support/test-server.js';
import { detail, open, openTab, queue, row, signIn } from './room.js';

const people = useBrowser(() => server.url);
const server = useServer();

const words = 'The clinic needs clean water';
const other = 'Buy cheap water here';

describe('a team', () => {
  let ada: Page;
  let bo: Page;

  beforeAll(async () => {
    await sendReport(server, { text: words });
    [ada, bo] = [await people.person(), await people.person()];
    for (const [page, name] of [
      [ada, 'Ada Example'],
      [bo, 'Bo Example'],
    ] as const) {
      const { email, password } = await addPerson(server, 'responder', name);
      await signIn(page, email, password);
    }
    await open(ada, words);
  });

  const notes = (page: Page) => detail(page).getByRole('region', { name: 'Notes of the team' });

  it('writes a note that mentions somebody, by the keyboard', async () => {
    await notes(ada).getByText('No notes yet.').waitFor();
    const field = notes(ada).getByLabel('Write a note');
    await field.focus();
    await ada.keyboard.type('Can you go there, @bo');
    await notes(ada).getByRole('option', { name: 'Bo Example' }).waitFor();
    expect(await barriers(ada)).toEqual([]);
    await ada.keyboard.press('Enter');
    expect(await field.inputValue()).toBe('Can you go there, @Bo Example ');
    await ada.keyboard.type('please');
    await ada.keyboard.press('Control+Enter');
    await notes(ada).getByText('@Bo Example', { exact: true }).waitFor();
    expect(await field.inputValue()).toBe('');
  });

  it('reads it live, and answers', async () => {
    await open(bo, words);
    await notes(bo).getByText('Can you go there,').waitFor();
    await notes(bo).getByLabel('Write a note').fill('On my way');
    await notes(bo).getByRole('button', { name: 'Add note' }).click();
    await notes(ada).getByText('On my way').waitFor();
  });

  it('says whose work it is, which all see at once', async () => {
    await detail(ada).getByLabel('Assigned to').selectOption({ label: 'Bo Example' });
    await row(bo, words).getByTitle('Assigned to you').waitFor();
    await row(ada, words).getByTitle('Assigned to Bo Example').waitFor();
    expect(await barriers(bo)).toEqual([]);
  });

  it('keeps a hand-over that is being written when what it is about is taken away', async () => {
    await queue(bo)
      .getByRole('button', { name: /^My work/ })
      .click();
    await bo.getByRole('button', { name: 'Hand over …' }).click();
    const note = bo.getByRole('dialog').getByLabel('What the next one should know');
    await note.fill('The truck comes at six');
    await detail(ada).getByLabel('Assigned to').selectOption({ label: 'Nobody in particular' });
    await row(bo, words).waitFor({ state: 'detached' });
    expect(await note.inputValue()).toBe('The truck comes at six');
    await bo.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
    await openTab(bo, 'Reports');
  });

  it('keeps what is typed for many reports when no answer comes, and does it at the next press', async () => {
    people.expects(/ERR_FAILED/);
    await sendReport(server, { text: other });
    await queue(bo).getByLabel(`Choose: ${other}`).check();
    await bo.getByRole('toolbar', { name: 'What is chosen' }).getByRole('button', { name: 'Reject' }).click();
    const dialog = bo.getByRole('dialog', { name: 'Reject 1 report' });
    await dialog.getByLabel('Spam').check();
    await dialog.getByRole('textbox').fill('Said on the phone');
    await bo.route('**/reports/bulk', (route) => route.abort());
    await dialog.getByRole('button', { name: 'Reject' }).click();
    await dialog.getByText('No connection to the server.').waitFor();
    expect(await dialog.getByRole('textbox').inputValue()).toBe('Said on the phone');
    await bo.unroute('**/reports/bulk');
    await dialog.getByRole('button', { name: 'Reject' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(await bo.getByRole('toolbar', { name: 'What is chosen' }).count()).toBe(0);
  });

  it('reads its notes also in quarantine, where nobody writes', async () => {
    await detail(ada).getByRole('button', { name: 'Send to quarantine' }).click();
    await detail(ada).getByText('This report waits in quarantine').waitFor();
    await notes(ada).getByText('On my way').waitFor();
    expect(await notes(ada).getByLabel('Write a note').count()).toBe(0);
  });

  it('reads on the incident that stays what was noted of the one merged into it', async () => {
    const [from, into] = [
      await openIncident(server, { title: 'Clinic without water' }),
      await openIncident(server, { title: 'Well dry' }),
    ];
    await server.main(`/incidents/${from.id}/notes`, { body: { text: 'Two trucks are promised' } });
    await mergeIncident(server, from.id, into.id);
    await openTab(bo, 'Incidents');
    await open(bo, 'Well dry');
    const merged = detail(bo).getByRole('region', { name: /^Notes of #\d+ Clinic without water/ });
    await merged.getByText('Two trucks are promised').waitFor();
    expect(await barriers(bo)).toEqual([]);
  });
});
