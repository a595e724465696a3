/** What responders and coordinators do in the console, by the words that they see. */
import type { Locator, Page } from 'playwright-core';

export async function signIn(page: Page, email: string, password: string, slug = 'main'): Promise<void> {
  await page.goto(`/console/${slug}`);
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByText('Live', { exact: true }).waitFor();
}

export const queue = (page: Page): Locator => page.getByRole('region', { name: 'Queue' });
export const detail = (page: Page): Locator => page.getByRole('region', { name: 'Detail' });
export const row = (page: Page, words: string): Locator => queue(page).getByRole('link').filter({ hasText: words });

export async function open(page: Page, words: string): Promise<void> {
  await row(page, words).click();
  await detail(page).getByText(words).first().waitFor();
}

export const openTab = (page: Page, tab: 'Reports' | 'Incidents'): Promise<void> =>
  queue(page).getByRole('button', { name: tab, exact: true }).click();

/** The moment at which the words are in the queue, of the wall clock; ask before they come. */
export const whenInQueue = (page: Page, words: string): Promise<number> =>
  page.evaluate(
    (wanted) =>
      new Promise<number>((resolve) => {
        const look = (): void => {
          const shown = document.querySelector('[aria-label="Queue"]')?.textContent ?? '';
          if (!shown.includes(wanted)) return;
          watch.disconnect();
          resolve(Date.now());
        };
        const watch = new MutationObserver(look);
        watch.observe(document, { subtree: true, childList: true, characterData: true });
        look();
      }),
    words,
  );

/** Marks the page, so that a reload in between can be told. */
export const mark = (page: Page): Promise<void> =>
  page.evaluate(() => void document.documentElement.setAttribute('data-marked', ''));
export const isMarked = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.hasAttribute('data-marked'));

export async function claim(page: Page): Promise<void> {
  await page.keyboard.press('c');
  await detail(page)
    .getByText(/^You work on it until/)
    .waitFor();
}

export interface NewIncident {
  title: string;
  place?: string;
  description?: string;
}

export async function verifyAsNew(page: Page, incident: NewIncident): Promise<void> {
  await page.keyboard.press('v');
  const dialog = page.getByRole('dialog', { name: 'Verify the report' });
  await dialog.getByLabel('Title').fill(incident.title);
  if (incident.place !== undefined) await dialog.getByLabel('Place in words').fill(incident.place);
  if (incident.description !== undefined) await dialog.getByLabel('Description').fill(incident.description);
  await dialog.getByRole('button', { name: 'Open incident' }).click();
  await dialog.waitFor({ state: 'detached' });
  await detail(page).getByText('Part of incident').waitFor();
  await detail(page)
    .getByRole('button', { name: /^To incident #\d+$/ })
    .waitFor();
}

export async function reject(page: Page, reason: string, note: string): Promise<void> {
  await page.keyboard.press('x');
  const dialog = page.getByRole('dialog', { name: 'Reject the report' });
  await dialog.getByLabel(reason).check();
  await dialog.getByLabel('Note for the team').fill(note);
  await dialog.getByRole('button', { name: 'Reject' }).click();
  await dialog.waitFor({ state: 'detached' });
}

export async function ask(page: Page, question: string): Promise<void> {
  await detail(page).getByRole('button', { name: 'Ask', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Ask the reporter' });
  await dialog.getByLabel('Question').fill(question);
  await dialog.getByRole('button', { name: 'Send question' }).click();
  await dialog.waitFor({ state: 'detached' });
}

export async function openSettings(page: Page, section: string): Promise<void> {
  await page.getByRole('button', { name: 'Settings', exact: true }).click();
  await page.getByRole('link', { name: section, exact: true }).click();
  await page.getByRole('heading', { level: 2, name: section, exact: true }).waitFor();
}

/** Adds a person and returns the password that is shown once. */
export async function addPerson(page: Page, name: string, email: string): Promise<string> {
  await openSettings(page, 'People');
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByLabel('E-mail address', { exact: true }).fill(email);
  await page.getByRole('button', { name: 'Add person' }).click();
  const secret = page.getByRole('alert').filter({ hasText: 'One-time password for' });
  return (await secret.locator('code').textContent()) ?? '';
}

export async function downloaded(page: Page, format: 'csv' | 'geojson'): Promise<string> {
  await queue(page).getByRole('button', { name: 'Export…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export incidents' });
  await dialog.getByLabel('Format').selectOption(format);
  const coming = page.waitForEvent('download');
  await dialog.getByRole('link', { name: 'Download' }).click();
  const stream = await (await coming).createReadStream();
  let text = '';
  for await (const chunk of stream.setEncoding('utf8')) text += chunk as string;
  return text;
}
