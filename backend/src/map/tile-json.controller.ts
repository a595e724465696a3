/** The descriptions of the marker tiles over HTTP, under the rules of the tiles themselves. */
import { Controller, Get, Header, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Deployment, InDeployment } from '../deployments/index.js';
import { Anyone, By, CONFIG, Needs, type Access, type Config } from '../platform/index.js';
import { tileJsonOf, type TileJson } from './tile-json.js';

@ApiTags('map')
@Controller('api/v1/deployments/:deployment/tiles')
export class TileJsonController {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  @Get('incidents.json')
  @Anyone()
  @Header('cache-control', 'private, no-cache')
  incidents(@InDeployment() deployment: Deployment, @By() by: Access): TileJson {
    const audience = by.permissions.has('incidents.read') ? 'responders' : 'public';
    return tileJsonOf(deployment, { layer: 'incidents', audience }, this.config.publicUrl);
  }

  @Get('reports.json')
  @Needs('reports.read')
  @Header('cache-control', 'private, no-cache')
  reports(@InDeployment() deployment: Deployment): TileJson {
    return tileJsonOf(deployment, { layer: 'reports', audience: 'responders' }, this.config.publicUrl);
  }
}
