/** Reads the version a writer saw from `If-Match: "version"`. */
import { versionRequired } from './problem.js';

/** @throws Problem 428 when it is missing or not a version */
export function ifMatch(header: string | undefined): number {
  const version = /^(?:W\/)?"?(\d{1,9})"?$/.exec(header?.trim() ?? '')?.[1];
  if (version === undefined) throw versionRequired();
  return Number(version);
}
