/** What somebody who writes a program must know before the first call. */
import type { VNode } from 'preact';

export const guide = [
  ['begin', 'Begin'],
  ['keys', 'Keys and sessions'],
  ['paging', 'Paging'],
  ['versions', 'Versions'],
  ['errors', 'Errors'],
  ['limits', 'Limits'],
  ['browsers', 'From pages of others'],
  ['webhooks', 'Webhooks'],
] as const;

const Pre = ({ text }: { text: string }): VNode => <pre tabIndex={0}>{text}</pre>;

export function Guide({ origin }: { origin: string }): VNode {
  return (
    <>
      <section aria-labelledby="begin">
        <h2 id="begin">Begin</h2>
        <p>
          Everything lies below <code>/api/v1</code>, speaks JSON in UTF-8, and names times as ISO 8601 in UTC and
          places as <code>lat</code> and <code>lon</code> in degrees. What the public may see needs no key:
        </p>
        <Pre text={`curl '${origin}/api/v1/deployments/main/incidents?limit=10'`} />
        <p>
          The whole description for machines is <a href="/api/v1/openapi.json">/api/v1/openapi.json</a> (OpenAPI 3.1).
        </p>
      </section>
      <section aria-labelledby="keys">
        <h2 id="keys">Keys and sessions</h2>
        <p>
          Programs send an API key. Coordinators make keys in the console under Settings, API keys: with the rights that
          it needs and no more, a limit, and an end if it is only for a while. A key counts in its own deployment, never
          holds more than the person who made it holds today, and its secret is shown once.
        </p>
        <Pre text={`curl '${origin}/api/v1/deployments/main/reports' -H 'Authorization: Bearer atesto_…'`} />
        <p>
          People sign in by <code>POST /api/v1/session</code> and bear a cookie; calls that write with a cookie must
          come from the pages of this server.
        </p>
      </section>
      <section aria-labelledby="paging">
        <h2 id="paging">Paging</h2>
        <p>
          Lists that grow answer <code>{'{ "items": […], "next": "…" }'}</code>. Hand <code>next</code> back as{' '}
          <code>cursor</code>, with the same filters, until it is <code>null</code>. <code>limit</code> is at most 200.
        </p>
      </section>
      <section aria-labelledby="versions">
        <h2 id="versions">Versions</h2>
        <p>
          Calls that change a thing want the version that was seen, as <code>If-Match: "4"</code>: 428 without one, 412
          when somebody else was faster. Reads bear it as <code>ETag</code>.
        </p>
      </section>
      <section aria-labelledby="errors">
        <h2 id="errors">Errors</h2>
        <p>
          What goes wrong is a problem (RFC 9457, <code>application/problem+json</code>). <code>type</code> names its
          kind, <code>errors</code> each field at fault.
        </p>
        <Pre
          text={JSON.stringify(
            {
              type: '/problems/invalid-input',
              title: 'The input is not valid',
              status: 422,
              detail: 'Some fields are not as they should be.',
              errors: [{ pointer: '/title', detail: 'must be longer than or equal to 1 characters' }],
            },
            null,
            2,
          )}
        />
      </section>
      <section aria-labelledby="limits">
        <h2 id="limits">Limits</h2>
        <p>
          A key may ask so many times a minute (600 unless it says otherwise). Each answer tells what is left as{' '}
          <code>RateLimit: "key";r=599;t=42</code> and <code>RateLimit-Policy: "key";q=600;w=60</code>, and in the older
          fields <code>RateLimit-Limit</code>, <code>RateLimit-Remaining</code> and <code>RateLimit-Reset</code>. Over
          it the answer is 429, and <code>Retry-After</code> says how many seconds to wait.
        </p>
      </section>
      <section aria-labelledby="browsers">
        <h2 id="browsers">From pages of others</h2>
        <p>
          Pages elsewhere may read what is open to everybody (<code>Access-Control-Allow-Origin: *</code>), as long as
          no cookie and no key comes along. Nothing else is allowed from other origins.
        </p>
      </section>
      <section aria-labelledby="webhooks">
        <h2 id="webhooks">Webhooks</h2>
        <p>
          Instead of asking again and again, be told: coordinators set up webhooks at{' '}
          <code>{'/api/v1/deployments/{deployment}/webhooks'}</code>, where this server has them.
        </p>
      </section>
    </>
  );
}
