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

export async function fillIn(page: Page, told: Told): Promise<void> {
  if (told.category !== undefined) await page.getByLabel(told.category, { exact: true }).check();
  if (told.text !== undefined) await page.getByLabel('What do you see? What is needed?').fill(told.text);
  if (told.place !== undefined) await page.getByLabel('Where is it?').fill(told.place);
  if (told.photo !== undefined) {
    await page.getByLabel('Photos').setInputFiles({ name: 'photo.jpg', mimeType: 'image/jpeg', buffer: told.photo });
  }
  if (told.name !== undefined) await page.getByLabel('Your name').fill(told.name);
  if (told.phone !== undefined) await page.getByLabel('Phone number').fill(told.phone);
  if (told.email !== undefined) await page.getByLabel('E-mail').fill(told.email);
}

export interface Sent {
  followLink: string;
  /** When the server answered, in milliseconds of the wall clock. */
  answeredAtMs: number;
}

export async function send(page: Page): Promise<Sent> {
  const posted = page.waitForRequest((request) => request.method() === 'POST');
  await page.getByRole('button', { name: 'Send report' }).click();
  const request = await posted;
  const response = await request.response();
  const { startTime, responseStart } = request.timing();
  if (response?.status() !== 303) throw new Error(`the report was answered ${response?.status()}`);
  const followLink = await page.getByLabel('Address of this page').inputValue();
  return { followLink, answeredAtMs: startTime + responseStart };
}

export async function report(page: Page, told: Told): Promise<Sent> {
  await page.goto('/report/main');
  await fillIn(page, told);
  return send(page);
}
