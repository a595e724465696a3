/** Text inside XML that others are to read: what it may not hold at all is left out, the rest is escaped. Pure. */
import { escapeUTF8 } from 'entities';

const forbidden = /[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** Fit for an element and for a quoted attribute. */
export const xmlText = (text: string): string => escapeUTF8(text.replace(forbidden, ''));
