/** The one file that these pages load. */
import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Anyone } from '../../platform/index.js';
import { style } from './ogc-style.js';

@ApiExcludeController()
@Controller('ogc')
@Anyone()
export class OgcStyleController {
  @Get('pages.css')
  @Header('content-type', 'text/css; charset=utf-8')
  @Header('cache-control', 'public, max-age=3600')
  look(): string {
    return style;
  }
}
