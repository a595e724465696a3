/** What every citizen's page needs to know of the request: its language and its own address. */
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { chooseLanguage, wishesOf, type PageFrame } from '@atesto/frontend/report';
import type { Deployment } from '../../deployments/index.js';
import { BuiltFrontend } from './assets.js';

@Injectable()
export class PageFrames {
  constructor(private readonly frontend: BuiltFrontend) {}

  of(request: FastifyRequest, deployment: Deployment | null = null): PageFrame {
    const { lang } = request.query as { lang?: unknown };
    const asked = typeof lang === 'string' ? [lang] : [];
    const wishes = [...asked, ...wishesOf(request.headers['accept-language']), ...(deployment?.languages ?? [])];
    const isExercise = deployment?.isExercise === true;
    return { language: chooseLanguage(wishes), here: request.url, assets: this.frontend.assets, isExercise };
  }

  ofAlerts(request: FastifyRequest, deployment: Deployment): PageFrame {
    return { ...this.of(request, deployment), moreStyle: this.frontend.styles.alerts };
  }
}

/** A language that was chosen on the page is kept on the next one: a further part of its query. */
export function languageOf(request: FastifyRequest): string {
  const { lang } = request.query as { lang?: unknown };
  return typeof lang === 'string' && /^[a-zA-Z-]{2,35}$/.test(lang) ? `&lang=${lang}` : '';
}
