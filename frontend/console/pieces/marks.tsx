/** Small marks that say one word each: category, status, severity, time. Never by colour alone. */
import type { Category, IncidentStatus, ReportStatus, Severity } from '@atesto/contract';
import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { glyphElement } from '../../shared/leaflet/glyph-element.js';
import { categoryOf } from '../queue/category-tree.js';
import { useCategories, useSelect, useWords } from './console-context.js';

export const Glyph = ({ icon, size = 16 }: { icon: string; size?: number }): JSX.Element => {
  const place = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => place.current?.replaceChildren(glyphElement(icon, size)), [icon, size]);
  return <span class="glyph" ref={place} aria-hidden="true" />;
};

/** White where it keeps the 3:1 that graphics need (WCAG 1.4.11), as on the map's markers; else black. */
export const inkOn = (colour: string): '#000000' | '#ffffff' => {
  const channel = (at: number): number => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  const luminance = 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
  return luminance > 0.3 ? '#000000' : '#ffffff';
};

export const CategoryDisc = ({ category, size = 26 }: { category: Category | null; size?: number }): JSX.Element => {
  const colour = category?.colour ?? '#6b7785';
  return (
    <span class="disc" style={{ background: colour, color: inkOn(colour), width: `${size}px`, height: `${size}px` }}>
      <Glyph icon={category?.icon ?? 'dot'} size={Math.round(size * 0.62)} />
    </span>
  );
};

export const CategoryName = ({ code }: { code: string | null }): JSX.Element => {
  const { t, nameOf } = useWords();
  const category = categoryOf(useCategories(), code);
  if (category === null) return <span class="muted">{code ?? t.detail.noCategory}</span>;
  return (
    <span class="category-name">
      <CategoryDisc category={category} size={20} />
      {nameOf(category)}
    </span>
  );
};

export const StatusBadge = ({ status }: { status: ReportStatus | IncidentStatus }): JSX.Element => {
  const { t } = useWords();
  const words: Record<string, string> = { ...t.reportStatus, ...t.incidentStatus };
  return <span class={`badge status-${status}`}>{words[status]}</span>;
};

/** Normal needs no mark; what differs from it does. */
export const SeverityMark = ({ severity, always }: { severity: Severity; always?: boolean }): JSX.Element | null => {
  const { t } = useWords();
  if (severity === 'normal' && !always) return null;
  return (
    <span class={`severity severity-${severity}`}>
      <span class="severity-bars" aria-hidden="true" />
      {t.severity[severity]}
    </span>
  );
};

export const Ago = ({ at }: { at: string }): JSX.Element => {
  const { format } = useWords();
  const nowMs = useSelect((state) => state.nowMs);
  return (
    <time dateTime={at} title={format.absolute(at)}>
      {format.ago(at, Math.max(nowMs, Date.parse(at)))}
    </time>
  );
};

/** Date and time in the reader's zone, the exact instant on hover. */
export const Moment = ({ at }: { at: string }): JSX.Element => {
  const { format } = useWords();
  return (
    <time dateTime={at} title={format.absolute(at)}>
      {format.dateTime(at)}
    </time>
  );
};
