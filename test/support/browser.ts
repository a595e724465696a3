/**
 * Chromium for a test file. Each person has a browser of their own: cookies, storage, language, scripts on or off.
 * Whatever a page complains about (an error, a refusal by the content policy, a dialog) fails the test it happens in.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect } from '@jest/globals';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { browserFlags } from './browser-flags.js';
import { chromiumPath } from '../../backend/tools/provide.mjs';

/** What comes at once on a free machine comes late on one that is shared. */
const waitMs = 20_000;
export const desk = { width: 1366, height: 800 };
export const phone = { width: 390, height: 844 };

/** Nobody is signed in yet when the console asks who is. */
const usual = [/status of 401 .*\/api\/v1\/session$/];

const axe = readFileSync(join(import.meta.dirname, '../../node_modules/axe-core/axe.min.js'), 'utf8');

export interface Barrier {
  rule: string;
  impact: string;
  targets: string[];
}

export class People {
  browser!: Browser;
  private complaints: string[] = [];
  private expected: RegExp[] = [];

  constructor(private readonly origin: () => string) {}

  /** A new person with an empty browser; paths are those of the server under test. */
  async person(options: BrowserContextOptions = {}): Promise<Page> {
    const context = await this.browser.newContext({
      viewport: desk,
      locale: 'en-GB',
      baseURL: this.origin(),
      ...options,
    });
    context.setDefaultTimeout(waitMs);
    await context.addInitScript(() => {
      addEventListener('securitypolicyviolation', (event) => {
        console.error(`content policy: ${event.violatedDirective} ${event.blockedURI}`);
      });
    });
    const page = await context.newPage();
    page.on('pageerror', (error) => this.complaints.push(`error: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(`console: ${message.text()} ${message.location().url}`);
    });
    page.on('dialog', (dialog) => {
      this.complaints.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    return page;
  }

  /** What the browser will rightly say in this test, such as an answer 412 that it logs by itself. */
  expects(...complaints: RegExp[]): void {
    this.expected.push(...complaints);
  }

  /** What went wrong since the last look. */
  takeComplaints(): string[] {
    const known = [...usual, ...this.expected];
    const found = this.complaints.filter((words) => !known.some((pattern) => pattern.test(words)));
    this.complaints = [];
    this.expected = [];
    return found;
  }
}

/** One browser for the test file. Ask for it before the server, so that it has gone when the server stops. */
export function useBrowser(origin: () => string): People {
  const people = new People(origin);
  beforeAll(async () => {
    const executablePath = chromiumPath();
    if (executablePath === null) throw new Error('Chromium is not installed');
    people.browser = await chromium.launch({ executablePath, args: browserFlags });
  });
  afterEach(() => expect(people.takeComplaints()).toEqual([]));
  afterAll(() => people.browser.close());
  return people;
}

/** What keeps people with disabilities out: of the two worst degrees, or of any. `rule` asks for one rule only. */
export async function barriers(page: Page, degrees: 'worst' | 'all' = 'worst', rule?: string): Promise<Barrier[]> {
  // As source text: the content policy refuses a script tag.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe);
  const options = {
    rules: { 'target-size': { enabled: true } },
    ...(rule === undefined ? {} : { runOnly: { type: 'rule', values: [rule] } }),
  };
  return page.evaluate(
    async ({ degrees, options }) => {
      interface Found {
        violations: { id: string; impact: string | null; nodes: { target: unknown[]; failureSummary?: string }[] }[];
      }
      const { axe: run } = window as unknown as { axe: { run: (root: Document, options: object) => Promise<Found> } };
      const { violations } = await run.run(document, options);
      return violations
        .filter(({ impact }) => degrees === 'all' || impact === 'serious' || impact === 'critical')
        .map(({ id, impact, nodes }) => ({
          rule: id,
          impact: impact ?? '',
          targets: nodes.map(({ target, failureSummary }) => `${target.join(' ')}: ${failureSummary ?? ''}`),
        }));
    },
    { degrees, options },
  );
}
