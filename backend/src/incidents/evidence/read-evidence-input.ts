/** What each kind of evidence must carry. Pure. */
import type { FieldError, NewEvidence } from '@atesto/contract';

export interface EvidenceInput {
  kind: NewEvidence['kind'];
  report: string | null;
  medium: string | null;
  url: string | null;
  note: string;
}

/** The address as it is shown and linked; null for anything that a browser would not simply open as a page. */
export function readLink(text: string): string | null {
  let url: URL;
  try {
    url = new URL(text.trim());
  } catch {
    return null;
  }
  const isPage = url.protocol === 'https:' || url.protocol === 'http:';
  // A name and password before the host make an address look like another one.
  return isPage && url.username === '' && url.password === '' ? url.href : null;
}

/** What does not belong to the kind is left out. */
export function readEvidenceInput(given: NewEvidence): EvidenceInput | FieldError[] {
  const note = (given.note ?? '').trim();
  const bare = { kind: given.kind, report: null, medium: null, url: null, note };
  switch (given.kind) {
    case 'report':
      return given.report ? { ...bare, report: given.report.toLowerCase() } : missing('/report');
    case 'photo':
      return given.medium ? { ...bare, medium: given.medium.toLowerCase() } : missing('/medium');
    case 'call':
      return note === '' ? missing('/note') : bare;
    case 'link': {
      const url = readLink(given.url ?? '');
      return url === null ? [{ pointer: '/url', detail: 'must be an http or https address' }] : { ...bare, url };
    }
    case 'second_person':
      return bare;
  }
}

const missing = (pointer: string): FieldError[] => [{ pointer, detail: 'is needed for this kind of evidence' }];
