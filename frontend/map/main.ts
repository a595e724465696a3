/** Starts the public map: which deployment, in which language, and what to say when it can't be had. */
import { createPublicApi } from '../shared/api-public.js';
import { createHttp } from '../shared/http.js';
import { chooseLanguage, directionOf, formatsIn, nameIn, pluralIn, regionOf } from '../shared/i18n.js';
import { asProblem } from '../shared/problem.js';
import { applyTheme, storedTheme } from '../shared/theme.js';
import type { Context } from './context.js';
import { element } from './element.js';
import { PublicMap } from './public-map.js';
import { catalogues, languages } from './texts/index.js';

const slug = decodeURIComponent(location.pathname.split('/')[2] ?? 'main');
const language = chooseLanguage(languages);
const texts = catalogues[language];
const page = document.getElementById('page') ?? document.body;

function say(heading: string | null, words: string, retry: (() => void) | null): void {
  const button = retry && element('button', { type: 'button', onclick: retry }, texts.notices.retry);
  const title = heading === null ? null : element('h1', {}, heading);
  page.replaceChildren(
    element('main', { className: 'message' }, title, element('p', { role: 'status' }, words), button),
  );
}

async function start(): Promise<void> {
  say(null, texts.loading, null);
  // Without the cookie, so that a signed-in person sees what the public sees.
  const api = createPublicApi(createHttp({ credentials: 'omit' }), slug);
  try {
    const deployment = await api.deployment();
    const byCode = new Map(deployment.categories.map((category) => [category.code, category]));
    const category: Context['category'] = (code) => byCode.get(code ?? '') ?? null;
    const categoryName: Context['categoryName'] = (code) => {
      const known = category(code);
      return known ? nameIn(known.names, language, deployment.languages) : texts.incident.noCategory;
    };
    const words = {
      texts,
      language,
      formats: formatsIn(regionOf(language, navigator.languages)),
      plural: pluralIn(language),
    };
    new PublicMap({ ...words, deployment, api, category, categoryName }).start(page);
  } catch (error) {
    const problem = asProblem(error);
    if (problem.status === 404) say(texts.notices.noDeployment, texts.notices.noDeploymentMore(slug), null);
    else
      say(texts.notices.failedTitle, problem.status === -1 ? String(error) : texts.notices.failed, () => void start());
  }
}

document.documentElement.lang = language;
document.documentElement.dir = directionOf(language);
applyTheme(storedTheme());
void start();
