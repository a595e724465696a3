import { describe, expect, it } from '@jest/globals';
import type { Category } from '@atesto/contract';
import { clusterWords } from './cluster-words.js';

const category = (code: string, en: string): [string, Category] => [
  code,
  { code, parent: null, names: { en }, colour: '#204080', icon: 'dot', sensitive: false },
];
const known = new Map([category('flood', 'Flood'), category('road', 'Road blocked'), category('fire', 'Fire')]);

describe('a cluster in words', () => {
  it('says how many, the worst, and what they are about, the most frequent first', () => {
    const cluster = {
      ...{ count: 1300, severity: 'critical' as const },
      categories: { road: 40, flood: 1200, none: 30, fire: 20, gone: 10 },
      statuses: { open: 1299, resolved: 1 },
    };
    expect(clusterWords(cluster, known, 'en')).toEqual({
      title: '1,300 close together',
      facts: 'Worst: Critical · Flood 1,200, Road blocked 40, No category 30, others 30 · Open 1,299, Resolved 1',
    });
    expect(clusterWords(cluster, known, 'de').title).toBe('1.300 nah beieinander');
  });
});
