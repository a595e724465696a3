/** The calls and the types of the API on its page. */
import type { ComponentChildren, VNode } from 'preact';
import { curlOf, needsKey, type Call } from './curl.js';
import { exampleOf, wordsOfType, type Content, type Description, type Schema } from './description.js';

export interface Known {
  description: Description;
  origin: string;
}

export const TypeWords = ({ schema }: { schema: Schema }): VNode => (
  <>
    {wordsOfType(schema).map((part, at) =>
      typeof part === 'string' ? (
        part
      ) : (
        <a key={at} href={`#type-${part.type}`}>
          {part.type}
        </a>
      ),
    )}
  </>
);

interface Row {
  name: string;
  schema: Schema;
  isRequired: boolean;
  where?: string;
  words?: string | undefined;
}

export function Rows({ label, rows }: { label: string; rows: readonly Row[] }): VNode {
  return (
    <dl class="fields" aria-label={label}>
      {rows.map(({ name, schema, isRequired, where, words }) => (
        <div key={name}>
          <dt>
            <code>{name}</code>
            {isRequired ? <b> required</b> : null}
            {where === undefined ? null : <span class="meta"> in {where}</span>}
          </dt>
          <dd>
            <TypeWords schema={schema} />
            {words === undefined ? null : <span class="meta"> {words}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Long examples are there for those who open them. */
function Example({ content, known, label }: { content: Content; known: Known; label: string }): VNode | null {
  const value = exampleOf(content, known.description);
  if (value === undefined) return null;
  return (
    <details>
      <summary>{label}</summary>
      <pre tabIndex={0}>{JSON.stringify(value, null, 2)}</pre>
    </details>
  );
}

const Part = ({ title, children }: { title: string; children: ComponentChildren }): VNode => (
  <div class="part">
    <h4>{title}</h4>
    {children}
  </div>
);

function Body({ call: { operation }, known }: { call: Call; known: Known }): VNode | null {
  const contents = Object.entries(operation.requestBody?.content ?? {});
  if (contents.length === 0) return null;
  return (
    <Part title="Body">
      {contents.map(([type, content]) => (
        <div key={type}>
          <p>
            <code>{type}</code> <TypeWords schema={content.schema} />
          </p>
          <Example content={content} known={known} label="Example of the body" />
        </div>
      ))}
    </Part>
  );
}

function Answers({ call: { operation }, known }: { call: Call; known: Known }): VNode {
  return (
    <Part title="Answers">
      <ul class="answers">
        {Object.entries(operation.responses).map(([status, { description, content = {} }]) => {
          const [first] = Object.entries(content);
          const isGood = status.startsWith('2');
          return (
            <li key={status}>
              <b>{status}</b>{' '}
              {isGood && first !== undefined ? (
                <>
                  <code>{first[0]}</code> <TypeWords schema={first[1].schema} />
                  <Example content={first[1]} known={known} label={`Example of the answer ${status}`} />
                </>
              ) : (
                description
              )}
            </li>
          );
        })}
      </ul>
    </Part>
  );
}

export function CallSection({ call, known }: { call: Call; known: Known }): VNode {
  const { method, path, operation } = call;
  const parameters = operation.parameters ?? [];
  return (
    <section class="call" id={operation.operationId} aria-labelledby={`${operation.operationId}-title`}>
      <h3 id={`${operation.operationId}-title`}>
        <a href={`#${operation.operationId}`}>
          <span class={`method ${method}`}>{method.toUpperCase()}</span> <code>{path}</code>
        </a>
      </h3>
      <p>{operation.summary}.</p>
      <p class="meta">
        {needsKey(operation) ? (operation.description ?? 'Needs somebody who is signed in.') : 'Open to everybody.'}
      </p>
      {parameters.length === 0 ? null : (
        <Part title="Parameters">
          <Rows
            label="Parameters"
            rows={parameters.map(({ name, in: where, required, schema, description }) => ({
              ...{ name, where, schema },
              isRequired: required === true,
              words: description ?? schema.description,
            }))}
          />
        </Part>
      )}
      <Body call={call} known={known} />
      <Answers call={call} known={known} />
      <details>
        <summary>In a shell</summary>
        <pre tabIndex={0}>{curlOf(call, known.description, known.origin)}</pre>
      </details>
    </section>
  );
}

export function TypeSection({ name, schema }: { name: string; schema: Schema }): VNode {
  const rows = Object.entries(schema.properties ?? {}).map(([property, inner]) => ({
    name: property,
    schema: inner,
    isRequired: schema.required?.includes(property) === true,
    words: inner.description,
  }));
  return (
    <section class="type" id={`type-${name}`} aria-labelledby={`type-${name}-title`}>
      <h3 id={`type-${name}-title`}>{name}</h3>
      {schema.description === undefined ? null : <p>{schema.description}</p>}
      {rows.length === 0 ? (
        <p>
          <TypeWords schema={schema} />
        </p>
      ) : (
        <Rows label={name} rows={rows} />
      )}
    </section>
  );
}
