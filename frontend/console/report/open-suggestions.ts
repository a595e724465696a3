/** Which suggestions still say something about the report as it stands: what was taken over asks no more. Pure. */
import type { PatchReport, ReportDetail, Severity, Suggestion } from '@atesto/contract';

const rank: Record<Severity, number> = { low: 0, normal: 1, high: 2, critical: 3 };
const open = new Set(['new', 'in_review', 'needs_info']);

export const openSuggestions = (report: ReportDetail, all: readonly Suggestion[]): Suggestion[] => {
  if (report.quarantined || !open.has(report.status)) return [];
  const isChosen = all.some((one) => one.kind === 'category' && one.category === report.category);
  return all.filter((one) => {
    switch (one.kind) {
      case 'category':
        return !isChosen;
      case 'priority':
        return rank[one.priority] > rank[report.priority];
      case 'place':
        return report.location === null;
    }
  });
};

/** What taking one over changes. A name becomes the place in words only where nobody gave any. */
export const patchOf = (report: ReportDetail, suggestion: Suggestion): PatchReport => {
  switch (suggestion.kind) {
    case 'category':
      return { category: suggestion.category };
    case 'priority':
      return { priority: suggestion.priority };
    case 'place': {
      const isNamed = report.place === null && suggestion.reason !== 'coordinates';
      return { location: suggestion.location, ...(isNamed && { place: suggestion.name }) };
    }
  }
};
