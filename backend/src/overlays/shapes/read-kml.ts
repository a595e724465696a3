/**
 * KML 2.2 as GeoJSON, and what KMZ packs of it. The parser knows no external entities and fetches nothing; a document type
 * is refused all the same, since KML has none and what it declares could unfold without end. Pure.
 */
import { kml } from '@tmcw/togeojson';
import { DOMParser } from '@xmldom/xmldom';
import { unzipSync } from 'fflate';
import { UnfitFile } from './read-shapes.js';

/** @throws UnfitFile */
export function readKml(text: string): unknown {
  if (/<!(doctype|entity)/i.test(text)) throw new UnfitFile('has a document type, which KML has not');
  try {
    const parser = new DOMParser({
      onError: (level: string, message: string) => {
        if (level !== 'warning') throw new UnfitFile(message);
      },
    });
    const document = parser.parseFromString(text, 'text/xml');
    if (document.documentElement?.localName !== 'kml') throw new UnfitFile('is no KML');
    return kml(document);
  } catch (error) {
    if (error instanceof UnfitFile && error.message.startsWith('is no')) throw error;
    throw new UnfitFile('is no KML that can be read');
  }
}

/** The document of a KMZ is its first KML. What it unpacks to is bounded before it is unpacked. @throws UnfitFile */
export function unpackKmz(bytes: Uint8Array, mostBytes: number): string {
  let chosen: string | null = null;
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (chosen !== null || !/\.kml$/i.test(name)) return false;
        if (originalSize > mostBytes) throw new UnfitFile('unpacks to more than may be sent');
        chosen = name;
        return true;
      },
    });
    const found = chosen === null ? undefined : files[chosen];
    if (found === undefined) throw new UnfitFile('holds no KML');
    return new TextDecoder().decode(found);
  } catch (error) {
    throw error instanceof UnfitFile ? error : new UnfitFile('is no archive that can be read');
  }
}
