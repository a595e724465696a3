/** Everything that narrows the list down, a chip for each; one press takes it away. */
import type { JSX } from 'preact';
import { activeFilters, defaultFilter, type Filter, type RoomAddress } from '../address/address.js';
import { categoryOf } from '../queue/category-tree.js';
import { useActions, useCategories, useWords, type Words } from '../pieces/console-context.js';
import { Icon } from '../pieces/icon.js';
import { fill } from '../texts/forms.js';
import { languageName } from './language-name.js';
import type { Category } from '@atesto/contract';

const timeWords = (text: string, { format, t }: Words, name: 'from' | 'to'): string => {
  const when = text.includes('T') ? format.dateTime(text) : format.date(`${text}T12:00`);
  return `${t.filter[name]} ${when}`;
};

/** What a filter says, in few words. */
const wordsOf = (
  name: keyof Filter,
  { filter, tab }: RoomAddress,
  words: Words,
  categories: readonly Category[],
): string => {
  const { t } = words;
  const list = (items: readonly string[]): string => items.join(', ');
  switch (name) {
    case 'status': {
      const all: Readonly<Record<string, string>> = tab === 'incidents' ? t.incidentStatus : t.reportStatus;
      return filter.status.length === 0 ? t.finding.allStatuses : list(filter.status.map((one) => all[one] ?? one));
    }
    case 'category': {
      const nameOf = (code: string): string => {
        const category = categoryOf(categories, code);
        return code === 'none' ? t.filter.noCategory : category === null ? code : words.nameOf(category);
      };
      return list(filter.category.map(nameOf));
    }
    case 'severity':
    case 'priority':
      return list(filter[name].map((one) => t.severity[one]));
    case 'confidence':
      return list(filter.confidence.map((one) => t.evidence.confidence[one]));
    case 'channel':
      return list(filter.channel.map((one) => t.channel[one]));
    case 'language':
      return list(filter.language.map((one) => languageName(one, words)));
    case 'assignee':
      return `${t.filter.assignee}: ${t.filter[`assignee_${filter.assignee || 'any'}`]}`;
    case 'located':
    case 'media':
    case 'contact':
    case 'answered': {
      const said = t.finding[name];
      return filter[name] === 'true' ? said.yes : said.no;
    }
    case 'visibility':
      return filter.visibility === '' ? '' : t.visibility[filter.visibility];
    case 'area':
      return t.finding.area;
    case 'time':
      return filter.time === 'updated' ? t.finding.timeUpdated : t.finding.timeObserved;
    case 'from':
    case 'to':
      return timeWords(filter[name], words, name);
    case 'reporter':
      return `${t.finding.reporter}: ${filter.reporter}`;
    case 'q':
      return `“${filter.q}”`;
  }
};

export const FilterChips = ({ address }: { address: RoomAddress }): JSX.Element | null => {
  const words = useWords();
  const actions = useActions();
  const categories = useCategories();
  const active = activeFilters(address.filter, address.tab);
  if (active.length === 0) return null;
  return (
    <ul class="filter-chips" aria-label={words.t.finding.chips}>
      {active.map((name) => {
        const said = wordsOf(name, address, words, categories);
        return (
          <li key={name}>
            <button
              type="button"
              class="filter-chip"
              aria-label={fill(words.t.finding.removeChip, { filter: said })}
              onClick={() => actions.room.filterBy({ [name]: defaultFilter[address.tab][name] })}
            >
              <span class="cut" dir="auto">
                {said}
              </span>
              <Icon name="close" size={13} />
            </button>
          </li>
        );
      })}
      {active.length > 1 && (
        <li>
          <button type="button" class="link" onClick={() => actions.room.clearFilters()}>
            {words.t.filter.clear}
          </button>
        </li>
      )}
    </ul>
  );
};
