/** What people see of a page that no checker of rules tells: what is cut off, what a finger misses, where the focus is. */
import type { Page } from 'playwright-core';

const smallestPixels = 24;
const mainPixels = 44;

/** Words that stand over the edge of the page or of what holds them. */
async function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) found.push(`the page is ${scrollWidth - clientWidth} px too wide`);
    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      const hasWords = [...element.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== '',
      );
      const isLeft =
        element.closest('.away, .place-heard, .leaflet-container, script, option, textarea, .skip') !== null;
      const { left, right, width } = element.getBoundingClientRect();
      if (!hasWords || isLeft || width === 0) continue;
      const isOver = left < -1 || right > clientWidth + 1 || element.scrollWidth > element.clientWidth + 1;
      const isBlock = getComputedStyle(element).display !== 'inline';
      if (isOver && isBlock) found.push(`${element.tagName} ${element.textContent?.trim().slice(0, 40) ?? ''}`);
    }
    return found;
  });
}

/** Buttons and the like that are smaller than a finger wants them. Links in a sentence are left to axe. */
async function tooSmall(page: Page): Promise<string[]> {
  return page.evaluate(
    ({ smallest, main }) => {
      const wanted = 'button, .button, .send, .choice, input, textarea, select, summary, [role=option], .languages a';
      return [...document.querySelectorAll<HTMLElement>(wanted)].flatMap((element) => {
        const { width, height } = element.getBoundingClientRect();
        const isLeft = width === 0 || element.closest('.away') !== null;
        if (isLeft || (width >= smallest && height >= main - 0.5)) return [];
        return [`${element.tagName} ${element.textContent?.trim() ?? ''}: ${width} x ${height}`];
      });
    },
    { smallest: smallestPixels, main: mainPixels },
  );
}

/** By what is wrong with the page as it stands for fingers, and where it is squeezed. */
export async function misfits(page: Page): Promise<string[]> {
  return [...(await tooSmall(page)), ...(await squeezed(page))];
}

/** At 320 px, and on a usual phone with letters of twice their size, by what is cut off there. */
export async function squeezed(page: Page): Promise<string[]> {
  const before = page.viewportSize();
  const found: string[] = [];
  await page.setViewportSize({ width: 320, height: 640 });
  found.push(...(await cutOff(page)).map((fault) => `320 px: ${fault}`));
  await page.setViewportSize({ width: 390, height: 844 });
  await page.evaluate(() => void (document.documentElement.style.fontSize = '200%'));
  found.push(...(await cutOff(page)).map((fault) => `200 %: ${fault}`));
  await page.evaluate(() => void (document.documentElement.style.fontSize = ''));
  if (before !== null) await page.setViewportSize(before);
  return found;
}

/** The name of what has the focus; says so when nothing has it, when it is out of sight, or when nothing shows it. */
export async function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (element === null || element === document.body) return 'nothing has the focus';
    const shown = element.closest('.choice') ?? element;
    const { top, bottom } = shown.getBoundingClientRect();
    const { outlineStyle, outlineWidth } = getComputedStyle(shown);
    const label = element.id === '' ? null : document.querySelector(`label[for="${element.id}"]`);
    const words = element.getAttribute('aria-label') ?? (label ?? shown).textContent ?? '';
    const name = words.trim() || element.tagName;
    if (bottom < 0 || top > innerHeight) return `${name} is out of sight`;
    return outlineStyle === 'none' || parseFloat(outlineWidth) < 2 ? `nothing shows the focus of ${name}` : name;
  });
}
