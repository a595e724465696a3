/** Puts together what a page of a situation report shows: the state, its map, and the address that is printed on it. */
import { Inject, Injectable } from '@nestjs/common';
import type { Audience, SituationQuery, SituationState } from '@atesto/contract';
import type { SavedHead, SituationPageProps } from '@atesto/frontend/report';
import type { Deployment } from '../../../deployments/index.js';
import { CONFIG, InFlight, type Config } from '../../../platform/index.js';
import { attribution, SavedReports, SituationMap, SituationReader } from '../../../situation/index.js';

export type Composed = Omit<SituationPageProps, 'frame' | 'style' | 'mayChoose'>;

@Injectable()
export class ComposeSituation {
  private readonly public = new InFlight<Composed>();

  constructor(
    private readonly reader: SituationReader,
    private readonly reports: SavedReports,
    private readonly map: SituationMap,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  now(deployment: Deployment, query: SituationQuery, audience: Audience): Promise<Composed> {
    const make = (): Promise<Composed> => this.standing(deployment, query, audience);
    if (audience !== 'public') return make();
    // Everybody may ask for it, and it is a look at all there is.
    return this.public.get(JSON.stringify([deployment.id, deployment.version, query]), make);
  }

  /** @throws Problem 404 */
  async saved(deployment: Deployment, number: string, audience: Audience, mayReadAll: boolean): Promise<Composed> {
    const { state, ...head } = await this.reports.one(deployment, number, audience, mayReadAll);
    return this.page(deployment, state, audience, head, `/reports/${head.number}`);
  }

  private async standing(deployment: Deployment, query: SituationQuery, audience: Audience): Promise<Composed> {
    const { state, former } = await this.reader.standing(deployment, query, audience);
    const span = new URLSearchParams({ from: state.from, to: state.to });
    const place = `?${span.toString().replaceAll('%3A', ':')}`;
    return { ...(await this.page(deployment, state, audience, null, place)), hasLast: former > 0 };
  }

  private async page(
    deployment: Deployment,
    state: SituationState,
    audience: Audience,
    saved: SavedHead | null,
    place: string,
  ): Promise<Composed> {
    return {
      ...{ deployment, state, audience, saved, attribution },
      map: await this.map.of(deployment, state),
      hasLast: false,
      address: `${this.config.publicUrl}/situation/${deployment.slug}${place}`,
    };
  }
}
