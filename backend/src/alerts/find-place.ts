/** Where a place lies that somebody typed by its name: the best of the shipped names near the deployment. */
import { Injectable } from '@nestjs/common';
import type { Deployment } from '../deployments/index.js';
import { Gazetteer } from '../map/index.js';

export interface NamedPlace {
  name: string;
  lat: number;
  lon: number;
}

@Injectable()
export class FindPlace {
  constructor(private readonly gazetteer: Gazetteer) {}

  /** Null for a name that nobody knows. @throws Problem 503 where no gazetteer was built */
  async named(deployment: Deployment, text: string): Promise<NamedPlace | null> {
    const [found] = await this.gazetteer.search(text, deployment.area, 1);
    if (found === undefined) return null;
    const { name, region, lat, lon } = found;
    return { name: region === null ? name : `${name}, ${region}`, lat, lon };
  }
}
