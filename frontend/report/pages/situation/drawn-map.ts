/** What the server draws of a map, on a sheet of so many units. The page makes SVG of it. */
import type { Severity } from '@atesto/contract';

export interface DrawnLabel {
  x: number;
  y: number;
  anchor: 'start' | 'middle' | 'end';
}

export interface DrawnMarker {
  x: number;
  y: number;
  severity: Severity;
  isResolved: boolean;
  /** Numbers of the incidents that it stands for. */
  text: string;
  /** Null where there is no room for the words. */
  label: DrawnLabel | null;
}

export interface DrawnPlace {
  name: string;
  x: number;
  y: number;
  isCapital: boolean;
  label: DrawnLabel;
}

export interface DrawnMap {
  width: number;
  height: number;
  /** Path data; of land a piece of its own for each tile, since tiles overlap. */
  land: string[];
  coasts: string;
  borders: string;
  places: DrawnPlace[];
  markers: DrawnMarker[];
  scale: { metres: number; pixels: number };
}
