/** From the worst to the least, as a report lists them. */
import type { Severity } from '@atesto/contract';

export const severitiesDown: readonly Severity[] = ['critical', 'high', 'normal', 'low'];
