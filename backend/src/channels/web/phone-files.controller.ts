/** What a phone needs to keep the citizen's pages: the service worker, the icon, and the descriptions of the pages. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Controller, Get, Header, Param, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import sharp from 'sharp';
import { textsIn } from '@atesto/frontend/report';
import { Deployment, InDeployment } from '../../deployments/index.js';
import { Anyone, notFound } from '../../platform/index.js';
import { BuiltFrontend } from './assets.js';
import { PageFrames } from './page-frame.js';

/** https://www.w3.org/TR/appmanifest/ */
interface WebManifest {
  name: string;
  short_name: string;
  lang: string;
  dir: string;
  start_url: string;
  scope: string;
  display: 'standalone';
  background_color: string;
  theme_color: string;
  icons: { src: string; sizes: string; type: string; purpose: string }[];
}

const iconSides = [192, 512];

@ApiExcludeController()
@Controller()
@Anyone()
export class PhoneFilesController {
  private readonly worker: string;
  private readonly icons = new Map<string, Promise<Buffer>>();

  constructor(
    private readonly frames: PageFrames,
    private readonly frontend: BuiltFrontend,
  ) {
    const script = readFileSync(join(frontend.folder, 'worker.js'), 'utf8');
    this.worker = `const atestoAssets = ${JSON.stringify(frontend.kept)};\n${script}`;
  }

  /** Asked for anew each time, so that a phone has the latest one after one visit. */
  @Get('worker.js')
  @Header('content-type', 'text/javascript; charset=utf-8')
  @Header('cache-control', 'no-cache')
  serviceWorker(): string {
    return this.worker;
  }

  @Get('icon-:side.png')
  @Header('content-type', 'image/png')
  @Header('cache-control', 'public, max-age=86400')
  icon(@Param('side') side: string): Promise<Buffer> {
    if (!iconSides.includes(Number(side))) throw notFound('icon');
    const known = this.icons.get(side);
    if (known !== undefined) return known;
    const file = join(this.frontend.folder, this.frontend.assets.icon);
    const made = sharp(file, { density: 600 }).resize(Number(side), Number(side)).png().toBuffer();
    this.icons.set(side, made);
    return made;
  }

  @Get('report/:deployment/manifest.json')
  @Header('content-type', 'application/manifest+json; charset=utf-8')
  @Header('cache-control', 'no-cache')
  reportManifest(@InDeployment() deployment: Deployment, @Req() request: FastifyRequest): WebManifest {
    const { language } = this.frames.of(request, deployment);
    return manifest(deployment.name, language, `/report/${deployment.slug}?lang=${language}`);
  }

  /** The secret is in the address that the phone has already. */
  @Get('follow/:token/manifest.json')
  @Header('content-type', 'application/manifest+json; charset=utf-8')
  @Header('cache-control', 'no-store')
  followManifest(@Param('token') token: string, @Req() request: FastifyRequest): WebManifest {
    const { language } = this.frames.of(request);
    return manifest(textsIn(language).follow.title, language, `/follow/${encodeURIComponent(token)}?lang=${language}`);
  }
}

function manifest(name: string, language: string, startUrl: string): WebManifest {
  return {
    name,
    short_name: name,
    lang: language,
    dir: textsIn(language).direction,
    start_url: startUrl,
    scope: '/',
    display: 'standalone',
    background_color: '#ffffff',
    theme_color: '#1d5fae',
    icons: iconSides.map((side) => ({
      src: `/icon-${side}.png`,
      sizes: `${side}x${side}`,
      type: 'image/png',
      purpose: 'any',
    })),
  };
}
