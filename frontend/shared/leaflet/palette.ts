/** The map's colours, read from the style sheet so that light, dark and the pages' own tokens decide. */
import type { Severity } from '@atesto/contract';

export interface Palette {
  sea: string;
  land: string;
  coast: string;
  border: string;
  label: string;
  labelStrong: string;
  labelHalo: string;
  /** Behind counts. */
  surface: string;
  /** Around markers and inside hollow ones; light in the dark too, where category colours would drown. */
  rim: string;
  ink: string;
  /** Markers without a category. */
  plain: string;
  accent: string;
  severities: Record<Severity, string>;
}

export function readPalette(element: Element): Palette {
  const style = getComputedStyle(element);
  const colour = (name: string, otherwise: string): string => style.getPropertyValue(name).trim() || otherwise;
  return {
    sea: colour('--map-sea', '#cfdde6'),
    land: colour('--map-land', '#f5f3ee'),
    coast: colour('--map-coast', '#9fb4c2'),
    border: colour('--map-border', '#b9b3a8'),
    label: colour('--map-label', '#4a525c'),
    labelStrong: colour('--map-label-strong', '#22282f'),
    labelHalo: colour('--map-label-halo', '#f5f3ee'),
    surface: colour('--surface', '#ffffff'),
    rim: colour('--map-rim', '#ffffff'),
    ink: colour('--ink', '#17202b'),
    plain: colour('--ink-2', '#4c5968'),
    accent: colour('--accent', '#1d5fae'),
    severities: {
      low: colour('--severity-low', '#5b7083'),
      normal: colour('--severity-normal', '#1d5fae'),
      high: colour('--severity-high', '#b45309'),
      critical: colour('--severity-critical', '#b3261e'),
    },
  };
}

/** Calls back when the page turns dark or light, by the system or by choice. Returns what ends it. */
export function onThemeChange(changed: () => void): () => void {
  const system = matchMedia('(prefers-color-scheme: dark)');
  const chosen = new MutationObserver(changed);
  system.addEventListener('change', changed);
  chosen.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme', 'class'] });
  return () => {
    system.removeEventListener('change', changed);
    chosen.disconnect();
  };
}
