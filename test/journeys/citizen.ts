/** What citizens do: they fill in the form, and follow what becomes of their report. */
import type { Page } from 'playwright-core';
import sharp from 'sharp';

export interface Told {
  category?: string;
  text?: string;
  place?: string;
  photo?: Buffer;
  name?: string;
  phone?: string;
  email?: string;
}

export const photo = (): Promise<Buffer> =>
  sharp({ create: { width: 640, height: 480, channels: 3, background: '#4a6f8a' } })
    .jpeg()
    .toBuffer();

/** With a script the form has three steps; without one there is no "Next". */
async function nextStep(page: Page): Promise<void> {
  const next = page.getByRole('button', { name: 'Next' });
  if (await next.isVisible()) await next.click();
}

/** Fills in step by step, and ends where the form is sent. */
export async function fillIn(page: Page, told: Told): Promise<void> {
  if (told.category !== undefined) await page.getByLabel(told.category, { exact: true }).check();
  await nextStep(page);
  if (told.text !== undefined) await page.getByLabel('What do you see? What is needed?').fill(told.text);
  if (told.photo !== undefined) {
    await page.getByLabel('Photos').setInputFiles({ name: 'photo.jpg', mimeType: 'image/jpeg', buffer: told.photo });
    const list = page.locator('.stepped #photos li');
    if (await page.locator('.stepped').count()) await list.first().waitFor();
  }
  await nextStep(page);
  if (told.place !== undefined) await page.getByLabel('Where is it?').fill(told.place);
  const hasContact = [told.name, told.phone, told.email].some((value) => value !== undefined);
  const isShut = hasContact && !(await page.getByLabel('Your name').isVisible());
  if (isShut) await page.getByText('How can we reach you?').click();
  if (told.name !== undefined) await page.getByLabel('Your name').fill(told.name);
  if (told.phone !== undefined) await page.getByLabel('Phone number').fill(told.phone);
  if (told.email !== undefined) await page.getByLabel('E-mail').fill(told.email);
}

/** Nobody types as fast as a test: to the server this form is one that does not say when it was made. */
export const unstamp = (page: Page): Promise<void> => page.locator('[name=opened]').evaluate((field) => field.remove());

export interface Sent {
  followLink: string;
  /** When the server answered, in milliseconds of the wall clock. */
  answeredAtMs: number;
}

export async function send(page: Page): Promise<Sent> {
  const hasScript = (await page.locator('.stepped').count()) > 0;
  await unstamp(page);
  const posted = page.waitForRequest((request) => request.method() === 'POST');
  await page.getByRole('button', { name: 'Send report' }).click();
  const request = await posted;
  const response = await request.response();
  const { startTime, responseStart } = request.timing();
  if (response?.status() !== (hasScript ? 201 : 303)) throw new Error(`the report was answered ${response?.status()}`);
  const answeredAtMs = startTime + responseStart;
  if (!hasScript) return { followLink: await page.getByLabel('Address of this page').inputValue(), answeredAtMs };
  const path = await page.getByRole('link', { name: 'See what becomes of it' }).first().getAttribute('href');
  return { followLink: new URL(path ?? '', page.url()).href, answeredAtMs };
}

export async function report(page: Page, told: Told): Promise<Sent> {
  await page.goto('/report/main');
  await fillIn(page, told);
  return send(page);
}
