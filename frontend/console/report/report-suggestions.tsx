/** What the words of a report speak for, each with its reason: one press takes it over, nothing happens by itself. */
import type { ReportDetail, Suggestion } from '@atesto/contract';
import type { JSX } from 'preact';
import { useActions, useCategories, useSelect, useWords } from '../pieces/console-context.js';
import { CategoryName, SeverityMark } from '../pieces/marks.js';
import { mayHere } from '../pieces/rights.js';
import { categoryOf } from '../queue/category-tree.js';
import { fill } from '../texts/forms.js';
import { openSuggestions, patchOf } from './open-suggestions.js';

type Place = Extract<Suggestion, { kind: 'place' }>;

const spotOf = ({ location, name, reason }: Place): string => {
  const numbers = `${location.lat.toFixed(4)}, ${location.lon.toFixed(4)}`;
  return reason === 'coordinates' ? numbers : `${name} (${numbers})`;
};

const PlaceMark = ({ place }: { place: Place }): JSX.Element => {
  const { t, format } = useWords();
  const { confidence, location } = place;
  return (
    <span class="suggested-place">
      <bdi>{spotOf(place)}</bdi> <span class={`confidence confidence-${confidence}`}>{t.suggestions[confidence]}</span>
      {location.accuracy !== undefined && (
        <span class="muted"> {fill(t.detail.accuracy, { metres: format.number(Math.round(location.accuracy)) })}</span>
      )}
    </span>
  );
};

const What = ({ suggestion }: { suggestion: Suggestion }): JSX.Element => {
  switch (suggestion.kind) {
    case 'category':
      return <CategoryName code={suggestion.category} />;
    case 'priority':
      return <SeverityMark severity={suggestion.priority} always />;
    case 'place':
      return <PlaceMark place={suggestion} />;
  }
};

const Reason = ({ suggestion }: { suggestion: Suggestion }): JSX.Element => {
  const { t } = useWords();
  const said = suggestion.said.map((words) => fill(t.suggestions.quoted, { words })).join(', ');
  const reason = suggestion.kind === 'place' ? t.suggestions.placeReason[suggestion.reason] : '';
  const words = suggestion.kind === 'place' ? t.suggestions.placeBecause : t.suggestions.because;
  return (
    <p class="hint" dir="auto">
      {fill(words, { said, reason })}
    </p>
  );
};

const useNameOf = (): ((suggestion: Suggestion) => string) => {
  const { t, nameOf } = useWords();
  const categories = useCategories();
  return (suggestion) => {
    if (suggestion.kind === 'priority') return t.severity[suggestion.priority];
    if (suggestion.kind === 'place') return spotOf(suggestion);
    const category = categoryOf(categories, suggestion.category);
    return category === null ? suggestion.category : nameOf(category);
  };
};

const Line = ({ report, suggestion }: { report: ReportDetail; suggestion: Suggestion }): JSX.Element => {
  const { t } = useWords();
  const actions = useActions();
  const busy = useSelect((state) => state.busy !== null);
  const allowed = useSelect(mayHere('reports.triage'));
  const what = `${t.suggestions[suggestion.kind]} ${useNameOf()(suggestion)}`;
  return (
    <li class="suggestion">
      <div class="suggestion-what">
        <span class="suggestion-kind">{t.suggestions[suggestion.kind]}</span>
        <What suggestion={suggestion} />
        <Reason suggestion={suggestion} />
      </div>
      {allowed && (
        <button
          type="button"
          class="button small"
          disabled={busy}
          aria-label={fill(t.suggestions.useLabel, { what })}
          onClick={() => void actions.report.take(report.id, report.version, patchOf(report, suggestion))}
        >
          {t.suggestions.use}
        </button>
      )}
    </li>
  );
};

export const ReportSuggestions = ({ report }: { report: ReportDetail }): JSX.Element | null => {
  const { t } = useWords();
  const all = useSelect((state) => state.detail.suggestions);
  const shown = openSuggestions(report, all);
  if (shown.length === 0) return null;
  return (
    <section class="detail-part" aria-label={t.suggestions.title}>
      <h3>{t.suggestions.title}</h3>
      <ul class="suggestions">
        {shown.map((suggestion) => (
          <Line key={JSON.stringify(patchOf(report, suggestion))} report={report} suggestion={suggestion} />
        ))}
      </ul>
      <p class="hint">{t.suggestions.lead}</p>
    </section>
  );
};
