/** A CDN may hold what the public sees for a moment; what responders see stays with them. */
import type { Audience } from '@atesto/contract';

export const cacheControls: Record<Audience, string> = {
  public: 'public, max-age=2, stale-while-revalidate=10',
  responders: 'private, no-cache',
};
