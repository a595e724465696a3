/** Draws the map of a state: the shipped base map below, what the audience may see above. */
import { Injectable } from '@nestjs/common';
import type { SituationState } from '@atesto/contract';
import type { DrawnMap } from '@atesto/frontend/report';
import type { Deployment } from '../../deployments/index.js';
import { BasemapShapes } from '../../map/index.js';
import { boxOf, drawMap, sheetWidth } from './draw-map.js';

@Injectable()
export class SituationMap {
  constructor(private readonly shapes: BasemapShapes) {}

  async of(deployment: Deployment, { incidents, precisionMetres }: SituationState): Promise<DrawnMap> {
    const box = boxOf(incidents, deployment.area, precisionMetres);
    // Without a base map the marks still say where they stand to one another.
    const shapes = await this.shapes.within(box, sheetWidth).catch(() => null);
    return drawMap({ box, shapes, incidents });
  }
}
