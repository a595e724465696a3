/**
 * What the words of a report speak for and nobody has set yet: category, urgency, place. Looked up when somebody reads
 * the report, so that it costs nothing when reports come in, and follows what is said or written down later.
 */
import { Injectable } from '@nestjs/common';
import type { ReportDetail, Suggestion } from '@atesto/contract';
import type { Deployment } from '../deployments/index.js';
import { Database } from '../platform/index.js';
import { ReportReader } from '../reports/index.js';
import { WordsReader } from './words-reader.js';
import { wordsOf } from './words.queries.js';
import { suggestFromWords } from './words/suggest-from-words.js';
import { searchesOf, wordListsOf } from './words/word-lists.js';

const mostPlaces = 3;
const rank = { low: 0, normal: 1, high: 2, critical: 3 };

/** All that the reporter said, in order, recordings as they were written down. */
const saidIn = ({ text, messages, files }: ReportDetail): string[] =>
  [
    text,
    ...messages.flatMap((message) => (message.direction === 'in' ? [message.text] : [])),
    ...files.flatMap(({ transcript }) => transcript ?? []),
  ].filter((said) => said.trim() !== '');

@Injectable()
export class SuggestForReport {
  constructor(
    private readonly database: Database,
    private readonly reports: ReportReader,
    private readonly words: WordsReader,
  ) {}

  /** @throws Problem 404 */
  async suggest(deployment: Deployment, reportId: string): Promise<Suggestion[]> {
    const report = await this.reports.detail(deployment, reportId);
    const own = await wordsOf(this.database, deployment.id);
    const lists = wordListsOf(deployment, own?.lists ?? []);
    const { categories, priority } = suggestFromWords(saidIn(report), searchesOf(lists));
    const suggestions: Suggestion[] = [];
    if (!categories.some(({ code }) => code === report.category))
      for (const { code: category, said } of categories) suggestions.push({ kind: 'category', category, said });
    if (priority !== null && rank[priority.code] > rank[report.priority])
      suggestions.push({ kind: 'priority', priority: priority.code, said: priority.said });
    return [...suggestions, ...(report.location === null ? await this.placesOf(deployment, report) : [])];
  }

  /** The likeliest first. */
  private async placesOf(deployment: Deployment, report: ReportDetail): Promise<Suggestion[]> {
    const texts = [...(report.place === null ? [] : [report.place]), ...saidIn(report)];
    const found = await Promise.all(
      texts.map(async (text) =>
        (await this.words.placesIn(deployment, text)).map((place) => ({
          ...place,
          said: text.slice(place.start, place.end),
        })),
      ),
    );
    const all = found.flat();
    const single = all.filter((place, at) => {
      const same = all.findIndex(({ lat, lon }) => lat === place.lat && lon === place.lon);
      return same === at;
    });
    const ordered = [
      ...single.filter(({ confidence }) => confidence === 'certain'),
      ...single.filter(({ confidence }) => confidence === 'doubtful'),
    ];
    return ordered
      .slice(0, mostPlaces)
      .map(({ lat, lon, accuracyMetres: accuracy, name, confidence, reason, said }) => ({
        kind: 'place',
        location: { lat, lon, accuracy },
        name,
        confidence,
        reason,
        said: [said],
      }));
  }
}
