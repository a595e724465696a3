/** What a cluster holds, in words: for those who hover over it, and for those who hear it. Pure. */
import type { Category, IncidentStatus, ReportStatus } from '@atesto/contract';
import { nameIn } from '../../i18n.js';
import { mapTexts } from '../texts.js';
import type { Shares } from './decode-tile.js';
import type { ShownCluster } from './group-markers.js';

/** So many are named; the rest is summed up. */
const mostNamed = 3;

export function clusterWords(
  { count, severity, categories, statuses }: Pick<ShownCluster, 'count' | 'severity' | 'categories' | 'statuses'>,
  known: ReadonlyMap<string, Category>,
  language: string,
): { title: string; facts: string } {
  const texts = mapTexts(language);
  const number = new Intl.NumberFormat(language);
  const kind = (code: string): string => {
    const category = known.get(code);
    return category ? nameIn(category.names, language) : texts.noCategory;
  };
  const listed = (shares: Shares, name: (of: string) => string): string => {
    const sorted = Object.entries(shares).sort(([, one], [, other]) => other - one);
    const rest = sorted.slice(mostNamed).reduce((sum, [, share]) => sum + share, 0);
    const named = sorted.slice(0, mostNamed).map(([of, share]) => `${name(of)} ${number.format(share)}`);
    return [...named, ...(rest > 0 ? [`${texts.others} ${number.format(rest)}`] : [])].join(', ');
  };
  const state = (of: string): string => texts.statuses[of as IncidentStatus | ReportStatus];
  return {
    title: texts.together(number.format(count)),
    facts: [texts.worst(texts.severities[severity]), listed(categories, kind), listed(statuses, state)].join(' · '),
  };
}
