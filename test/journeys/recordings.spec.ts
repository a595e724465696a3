/** A responder hears a recording in the console and writes down what is said; another one reads it at once. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { useBrowser } from '../support/browser.js';
import { adminEmail, adminPassword, useServer } from '../support/test-server.js';
import { detail, open, signIn } from './room.js';

const people = useBrowser(() => server.url);
const server = useServer();
const words = 'Listen to this';

describe('a recording in the console', () => {
  it('is heard, written down, seen by others and found by its words', async () => {
    const form = new FormData();
    form.set('report', JSON.stringify({ text: words }));
    const tone = readFileSync(join(import.meta.dirname, '../fixtures/recordings/tone.wav'));
    form.append('media', new Blob([new Uint8Array(tone)]), 'tone.wav');
    expect((await server.main('/reports', { method: 'POST', body: form, cookie: null })).status).toBe(201);
    const [page, other] = [await people.person(), await people.person()];
    for (const one of [page, other]) {
      await signIn(one, adminEmail, adminPassword);
      await open(one, words);
    }
    const recording = detail(page).getByRole('group', { name: 'Recording 1' });
    const heard = await recording.locator('audio').evaluate(async (player: HTMLAudioElement) => {
      player.muted = true;
      await player.play();
      if (!player.ended) await new Promise((resolve) => player.addEventListener('ended', resolve));
      return [player.duration, player.seekable.length];
    });
    expect(heard).toEqual([expect.closeTo(0.4, 1), 1]);
    await recording.getByRole('button', { name: 'Write it down' }).click();
    await recording.getByLabel('What is said').fill('The dam is leaking');
    await recording.getByRole('button', { name: 'Save' }).click();
    await recording.getByText('The dam is leaking').waitFor();
    await detail(page).getByText('Recording written down').waitFor();
    await detail(other).getByRole('group', { name: 'Recording 1' }).getByText('The dam is leaking').waitFor();
  });
});
