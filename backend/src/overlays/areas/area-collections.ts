/**
 * The areas of a layer with their states as one GeoJSON, for programs of others. Made once for each state of things, since
 * anybody may ask for it as often as they like and a large one takes a while.
 */
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { Injectable } from '@nestjs/common';
import { OverlayCatalogue } from '../overlay-catalogue.js';
import type { OverlayRecord } from '../overlays.queries.js';
import { OverlayFiles } from '../shapes/overlay-files.js';
import { presentArea } from './areas.presenter.js';
import type { AreaRecord } from './areas.queries.js';

interface Made {
  /** What it was made of. */
  areas: readonly AreaRecord[];
  file: string;
  packed: Promise<Buffer>;
}

const mostKept = 16;

@Injectable()
export class AreaCollections {
  private readonly made = new Map<string, Made>();

  constructor(
    private readonly catalogue: OverlayCatalogue,
    private readonly files: OverlayFiles,
  ) {}

  /** Gzipped. */
  async packed(deploymentId: string, { id, file }: OverlayRecord): Promise<Buffer> {
    const areas = await this.catalogue.areasOf(deploymentId, id);
    const known = this.made.get(id);
    if (known?.areas === areas && known.file === file) return known.packed;
    const packed = this.make(file ?? '', areas);
    this.made.delete(id);
    this.made.set(id, { areas, file: file ?? '', packed });
    packed.catch(() => this.made.delete(id));
    for (const oldest of this.made.keys()) {
      if (this.made.size <= mostKept) break;
      this.made.delete(oldest);
    }
    return packed;
  }

  private async make(file: string, areas: readonly AreaRecord[]): Promise<Buffer> {
    const known = new Map(areas.map((area) => [area.area_key, presentArea(area)]));
    const features = (await this.files.features(file)).flatMap(({ type, properties, geometry }) => {
      const status = known.get(String(properties['id']));
      return status === undefined ? [] : [{ type, id: status.id, properties: status, geometry }];
    });
    return promisify(gzip)(JSON.stringify({ type: 'FeatureCollection', features }));
  }
}
