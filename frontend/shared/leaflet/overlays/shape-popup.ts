/** What a press on a shape or an area tells. Whatever a file says is only ever set as text. */
import type { AreaState, AreaStatus } from '@atesto/contract';
import { directionOf, formatsIn, nameIn, regionOf } from '../../i18n.js';
import { swatch } from './patterns.js';
import type { Properties } from './prepare-shapes.js';
import { overlayTexts } from './texts.js';

const mostProperties = 8;
/** How it is drawn is seen already. */
const unsaid = /^(name|title|description|styleUrl|styleHash|visibility|fill|stroke|marker|icon|label|id)/i;

function box(language: string, title: string): HTMLElement {
  const made = document.createElement('div');
  made.className = 'atesto-shape';
  made.dir = directionOf(language);
  const heading = document.createElement('h2');
  heading.dir = 'auto';
  heading.textContent = title;
  made.append(heading);
  return made;
}

function facts(all: readonly (readonly [label: string, words: string])[]): HTMLElement {
  const list = document.createElement('dl');
  for (const [label, words] of all) {
    const [term, detail] = [document.createElement('dt'), document.createElement('dd')];
    term.textContent = label;
    detail.dir = 'auto';
    detail.textContent = words;
    list.append(term, detail);
  }
  return list;
}

export function shapePopup(properties: Properties, language: string): HTMLElement {
  const words = (names: readonly string[]): string => {
    const found = Object.keys(properties).find((key) => names.includes(key.toLowerCase()));
    return found === undefined ? '' : String(properties[found]).trim();
  };
  const made = box(language, words(['name', 'title']) || overlayTexts(language).unnamed);
  const description = words(['description', 'desc']);
  if (description !== '') {
    const paragraph = document.createElement('p');
    paragraph.dir = 'auto';
    paragraph.textContent = description;
    made.append(paragraph);
  }
  const others = Object.entries(properties).filter(
    ([name, value]) => !unsaid.test(name) && String(value).trim() !== '',
  );
  made.append(facts(others.slice(0, mostProperties).map(([name, value]) => [name, String(value)])));
  return made;
}

export function areaPopup(
  area: AreaStatus,
  state: AreaState | null,
  language: string,
  languages: readonly string[],
): HTMLElement {
  const texts = overlayTexts(language);
  const formats = formatsIn(regionOf(language, navigator.languages));
  const made = box(language, area.name);
  const line = document.createElement('p');
  line.className = 'atesto-state';
  if (state !== null) line.append(swatch(state.colour, state.pattern), nameIn(state.names, language, languages));
  made.append(line);
  // What has run out says nothing any more but that it did.
  const isNow = state?.code === area.state;
  if (isNow && area.note !== null) {
    const note = document.createElement('p');
    note.dir = 'auto';
    note.textContent = area.note;
    made.append(note);
  }
  const since = isNow ? area.since : (area.validUntil ?? area.since);
  const until = isNow && area.validUntil !== null ? [[texts.until, formats.dateTime(area.validUntil)] as const] : [];
  made.append(facts([[texts.since, formats.dateTime(since)], ...until, [texts.says, area.source]]));
  return made;
}
