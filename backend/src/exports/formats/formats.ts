/** Every format by the ending of its name. */
import type { ExportFormatName } from '@atesto/contract';
import { csv, hxl } from './csv.js';
import type { ExportFormat } from './format.js';
import { geopackage } from './geopackage.js';
import { gpx } from './gpx.js';
import { geojson, geojsonLines, json } from './json.js';
import { kml } from './kml.js';
import { xlsx } from './xlsx.js';

export const formats: Record<ExportFormatName, ExportFormat> = {
  csv,
  'hxl.csv': hxl,
  xlsx,
  geojson,
  geojsonl: geojsonLines,
  json,
  kml,
  gpx,
  gpkg: geopackage,
};

export const isFormat = (name: string): name is ExportFormatName => Object.hasOwn(formats, name);
