/** Simple glyphs of our own for categories, each one filled path in a box of 24 by 24 (even-odd rule). */
import type { CategoryIcon } from '@atesto/contract';

export const glyphBox = 24;

const glyphs: Record<CategoryIcon, string> = {
  dot: 'M12 7a5 5 0 1 1 0 10a5 5 0 1 1 0-10z',
  medical: 'M9.5 4h5v5.5H20v5h-5.5V20h-5v-5.5H4v-5h5.5z',
  water: 'M12 3c3.2 4.4 6 7.7 6 11.2a6 6 0 0 1-12 0C6 10.7 8.8 7.4 12 3z',
  food: 'M6 3h1.6v6H9V3h1.6v6c0 1.6-.8 2.6-2 3v9H7v-9c-1.2-.4-2-1.4-2-3V3h1zM16.5 3c1.7.9 2.5 3 2.5 6v4h-1.5v8h-2V3z',
  shelter: 'M12 3.5 22 20.5h-7l-3-6.5-3 6.5H2z',
  fire: 'M12.5 2.5c.6 3.5 5.5 5.8 5.5 11.2A6 6 0 0 1 12 20.5a6 6 0 0 1-6-6.3c0-2.4 1.3-4.2 2.6-5.7.3 1.5.9 2.3 1.7 2.8-.2-3.4.4-6.4 2.2-8.8z',
  flood:
    'M12 3 4 9.5h2.2V13c.9-.3 1.7-.9 2.8-.9 2 0 2 1.4 3 1.4s1-1.4 3-1.4c1.1 0 1.9.6 2.8.9V9.5H20zM3 15.5c2 0 2.5 1 4.5 1s2.5-1 4.5-1 2.5 1 4.5 1 2.5-1 4.5-1v2c-2 0-2.5 1-4.5 1s-2.5-1-4.5-1-2.5 1-4.5 1-2.5-1-4.5-1zM3 19.5c2 0 2.5 1 4.5 1s2.5-1 4.5-1 2.5 1 4.5 1 2.5-1 4.5-1V21c-2 0-2.5 1-4.5 1s-2.5-1-4.5-1-2.5 1-4.5 1-2.5-1-4.5-1z',
  collapse: 'M4 3h7l-2 4 3 3-2 3 1 2H4zM14.5 5H20v9h-5.5l1-3-2.5-2.5zM3 17h5l2 4H3zM11 17.5 14 16l2 2.5h5V21h-9z',
  trapped:
    'M1.8 9.6 20.6 2.6l1.5 4L3.3 13.6zM6.2 13.8a2.7 2.7 0 1 1 0 5.4a2.7 2.7 0 1 1 0-5.4zM10.2 15.4l8.3-2.2c1.9-.5 3.5.7 3.5 2.5v3.5H10.2zM2 20.3h20v1.9H2z',
  road: 'M8.5 3h2.7v4h1.6V3h2.7L20 21h-7.2v-4h-1.6v4H4zM11.2 9v5h1.6V9z',
  power: 'M13.5 2 5 13.5h5.5L9.5 22 19 9.8h-6.2z',
  security: 'M12 2.5 20 5.5V11c0 5-3.3 8.7-8 10.5C7.3 19.7 4 16 4 11V5.5z',
  missing:
    'M12 3a4 4 0 1 1 0 8a4 4 0 1 1 0-8zM12 12.5c4.5 0 7.5 2.6 7.5 6.5v2h-4v-2h-1.6v2h-3.8v-2H8.5v2h-4v-2c0-3.9 3-6.5 7.5-6.5z',
  help: 'M10.6 14.5h2.8c0-2.6 4.1-3 4.1-6.6C17.5 5 15.2 3 12 3 8.9 3 6.7 4.9 6.4 7.8l2.9.4c.2-1.6 1.2-2.5 2.7-2.5s2.6.9 2.6 2.2c0 2.3-4 2.6-4 6.6zM10.4 17h3.2v3.5h-3.2z',
  supplies: 'M3.5 5h17v4h-17zM4.5 10.5h15V20h-15zM9.5 12.5v2h5v-2z',
  contamination:
    'M9 2.5h6v2h-1v5.2l5.5 9c.8 1.3-.1 2.8-1.6 2.8H6.1c-1.5 0-2.4-1.5-1.6-2.8l5.5-9V4.5H9zM8.8 15.5h6.4l-2.9-5h-.6z',
  communication:
    'M4 4h16a1.5 1.5 0 0 1 1.5 1.5v9A1.5 1.5 0 0 1 20 16h-8.5L6.5 20.5V16H4a1.5 1.5 0 0 1-1.5-1.5v-9A1.5 1.5 0 0 1 4 4zM6 7.5v2h12v-2zM6 11v1.8h8V11z',
};

/** An unknown icon, as a younger server may name one, is a dot. */
export const glyphPath = (icon: string): string => (glyphs as Record<string, string>)[icon] ?? glyphs.dot;
