/**
 * Likely events: reports taken together by pairs that are surely alike. Each report is compared with few that came before
 * it under its marks, so the work grows with the number of reports, not with its square. A chain of pairs makes no event
 * of a whole town: unless the words are the same, what is taken together stays near in place and time. Pure.
 */
import { cellMark, cellsBeside, pairMarks, type Spot } from './marks-of.js';
import { metresBetween, scoreLikeness, surely, type Traits } from './score-likeness.js';

export interface Grouped {
  id: string;
  text: string;
  traits: Traits;
}

export interface LikelyGroup {
  /** The oldest first. */
  ids: string[];
  /** Of the pairs that hold it together, the mean. */
  score: number;
}

interface Pair {
  one: number;
  other: number;
  score: number;
  isSameText: boolean;
}

interface Union {
  members: number[];
  scores: number[];
  west: number;
  east: number;
  south: number;
  north: number;
  from: number;
  until: number;
}

export const mostInGroup = 50;
const widestMetres = 2_500;
const longestMs = 7 * 86_400_000;
const take = { text: 6, pair: 5, near: 4, beside: 1, around: 3 };

export class LikelyGroups {
  private readonly all: Grouped[] = [];
  private readonly under = new Map<number, number[]>();
  private readonly pairs: Pair[] = [];

  /** Compares a report with those added before. */
  add(report: Grouped): void {
    const index = this.all.length;
    const { lat, lon } = report.traits;
    const spot: Spot | null = lat === null || lon === null ? null : { lat, lon };
    const texts = report.traits.texts.map(({ mark }) => mark);
    const pairs = pairMarks(report.text);
    const candidates = new Set<number>();
    const look = (marks: readonly number[], count: number): void => {
      for (const mark of marks) for (const other of this.under.get(mark)?.slice(-count) ?? []) candidates.add(other);
    };
    look(texts, take.text);
    look(pairs, take.pair);
    const cells = spot === null ? [] : [cellMark(spot, 'near'), cellMark(spot, 'around')];
    if (spot !== null) {
      look(cells.slice(0, 1), take.near);
      look(cellsBeside(spot, 'near'), take.beside);
      look(cells.slice(1), take.around);
    }
    for (const other of candidates) this.compare(other, index, report);
    this.all.push(report);
    for (const mark of [...texts, ...pairs, ...cells]) {
      const found = this.under.get(mark);
      if (found === undefined) this.under.set(mark, [index]);
      else found.push(index);
    }
  }

  get size(): number {
    return this.all.length;
  }

  /** The largest first; of equals the one whose oldest report came first. */
  groups(): LikelyGroup[] {
    const unions = this.all.map((report, index) => unionOf(report.traits, index));
    const home = unions.map((_, index) => index);
    const find = (index: number): number => {
      let at = index;
      while (home[at] !== at) {
        home[at] = home[home[at] ?? at] ?? at;
        at = home[at] ?? at;
      }
      return at;
    };
    const surest = [...this.pairs].sort(
      (one, other) => other.score - one.score || one.one - other.one || one.other - other.other,
    );
    for (const pair of surest) {
      const [into, from] = [find(pair.one), find(pair.other)];
      const [one, other] = [unions[into], unions[from]];
      if (into === from || one === undefined || other === undefined) continue;
      const whole = joined(one, other, pair.score);
      if (whole.members.length > mostInGroup || (!pair.isSameText && isStretched(whole))) continue;
      home[from] = into;
      unions[into] = whole;
    }
    const age = (one: number, other: number): number =>
      (this.all[one]?.traits.at ?? 0) - (this.all[other]?.traits.at ?? 0) || one - other;
    return unions
      .filter(({ members }, index) => home[index] === index && members.length > 1)
      .map(({ members, scores }) => ({ members: [...members].sort(age), scores }))
      .sort(
        (one, other) => other.members.length - one.members.length || age(one.members[0] ?? 0, other.members[0] ?? 0),
      )
      .map(({ members, scores }) => ({
        ids: members.flatMap((index) => this.all[index]?.id ?? []),
        score: Math.round((100 * scores.reduce((sum, score) => sum + score, 0)) / scores.length) / 100,
      }));
  }

  private compare(earlier: number, index: number, report: Grouped): void {
    const other = this.all[earlier];
    if (other === undefined) return;
    const { score, reasons } = scoreLikeness(other.traits, report.traits);
    if (score < surely) return;
    this.pairs.push({ one: earlier, other: index, score, isSameText: reasons[0]?.kind === 'same_text' });
  }
}

function unionOf({ lat, lon, at }: Traits, index: number): Union {
  const box =
    lat === null || lon === null
      ? { west: Infinity, east: -Infinity, south: Infinity, north: -Infinity }
      : { west: lon, east: lon, south: lat, north: lat };
  return { members: [index], scores: [], ...box, from: at, until: at };
}

function joined(one: Union, other: Union, score: number): Union {
  return {
    members: [...one.members, ...other.members],
    scores: [...one.scores, ...other.scores, score],
    west: Math.min(one.west, other.west),
    east: Math.max(one.east, other.east),
    south: Math.min(one.south, other.south),
    north: Math.max(one.north, other.north),
    from: Math.min(one.from, other.from),
    until: Math.max(one.until, other.until),
  };
}

function isStretched({ west, east, south, north, from, until }: Union): boolean {
  if (until - from > longestMs) return true;
  if (west > east) return false;
  const corner = { texts: [], trigrams: new Int32Array(), accuracy: null, at: 0, category: null, reporter: null };
  const across = metresBetween({ ...corner, lat: south, lon: west }, { ...corner, lat: north, lon: east });
  return (across ?? 0) > widestMetres;
}
