/** The page that tells others how to use the API, made from its own description. In English, without a script. */
import type { VNode } from 'preact';
import { toHtml, type PageFrame } from '../document.js';
import type { Call } from './curl.js';
import type { Description } from './description.js';
import { guide, Guide } from './guide.js';
import { CallSection, TypeSection, type Known } from './parts.js';

export interface ApiDocsProps {
  description: unknown;
  /** Scheme and host as people outside reach them. */
  origin: string;
  assets: PageFrame['assets'];
}

const methods = ['get', 'post', 'put', 'patch', 'delete', 'head'];

function callsByTag({ paths }: Description): [tag: string, calls: Call[]][] {
  const byTag = new Map<string, Call[]>();
  for (const [path, operations] of Object.entries(paths)) {
    for (const method of methods) {
      const operation = operations[method];
      if (operation === undefined) continue;
      const tag = operation.tags?.[0] ?? 'other';
      byTag.set(tag, [...(byTag.get(tag) ?? []), { method, path, operation }]);
    }
  }
  return [...byTag].sort(([one], [other]) => (one < other ? -1 : 1));
}

function Contents({ tags }: { tags: readonly string[] }): VNode {
  return (
    <nav aria-label="Contents">
      <ul>
        {guide.map(([id, title]) => (
          <li key={id}>
            <a href={`#${id}`}>{title}</a>
          </li>
        ))}
        {tags.map((tag) => (
          <li key={tag}>
            <a href={`#tag-${tag}`}>Calls: {tag}</a>
          </li>
        ))}
        <li>
          <a href="#types">Types</a>
        </li>
      </ul>
      <p hidden id="filter">
        <label for="filter-words">Show calls with</label> <input id="filter-words" type="search" autocomplete="off" />
      </p>
    </nav>
  );
}

export function renderApiDocs({ description: told, origin, assets }: ApiDocsProps): string {
  const description = told as Description;
  const known: Known = { description, origin };
  const tags = callsByTag(description);
  return toHtml(
    <html lang="en" dir="ltr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>The API of Atesto</title>
        <link rel="icon" type="image/svg+xml" href={assets.icon} />
        <link rel="stylesheet" href={assets.style} />
        <script type="module" src={assets.script} />
      </head>
      <body>
        <header>
          <h1>The API of Atesto</h1>
          <p>Reports, incidents and all that is done with them, for programs.</p>
        </header>
        <div class="columns">
          <Contents tags={tags.map(([tag]) => tag)} />
          <main>
            <Guide origin={origin} />
            {tags.map(([tag, calls]) => (
              <section key={tag} class="tag" aria-labelledby={`tag-${tag}`}>
                <h2 id={`tag-${tag}`}>Calls: {tag}</h2>
                {calls.map((call) => (
                  <CallSection key={call.operation.operationId} call={call} known={known} />
                ))}
              </section>
            ))}
            <section aria-labelledby="types">
              <h2 id="types">Types</h2>
              {Object.entries(description.components.schemas).map(([name, schema]) => (
                <TypeSection key={name} name={name} schema={schema} />
              ))}
            </section>
          </main>
        </div>
      </body>
    </html>,
  );
}
