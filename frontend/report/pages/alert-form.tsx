/** The form by which anyone asks for alerts. It needs no script at all; a script adds the map, and this browser as a way. */
import type { ComponentChildren, VNode } from 'preact';
import type { DeploymentView, PublicBroadcast, Severity } from '@atesto/contract';
import { textsIn } from '../texts/index.js';
import { Document, toHtml, type PageFrame } from './document.js';
import { Moment } from './moment.js';
import { PlaceFields } from './place-fields.js';
import { categoryName, ErrorSummary, Field, placeLimit, Trap } from './report-form.js';

export const alertFields = [
  'where',
  'place',
  'lat',
  'lon',
  'accuracy',
  'radius',
  'severity',
  'way',
  'email',
  'phone',
  'endpoint',
  'p256dh',
  'auth',
  'website',
] as const;
export type AlertField = (typeof alertFields)[number];
/** What was chosen, kept when the form has to be shown again. */
export type AlertValues = Record<AlertField, string> & { categories: readonly string[] };
export type AlertErrors = Partial<Record<'place' | 'way' | 'email' | 'phone' | 'form', string>>;

/** In kilometres. */
export const alertRadiiKm = [1, 5, 10, 25, 50, 100] as const;
export const shownWays = ['email', 'sms', 'push', 'atom'] as const;
export type ShownWay = (typeof shownWays)[number];

export interface AlertFormProps {
  frame: PageFrame;
  deployment: DeploymentView;
  values: AlertValues;
  errors: AlertErrors;
  /** By which ways anybody can be told here. */
  ways: readonly ShownWay[];
  /** What responders said, newest first. */
  messages: readonly PublicBroadcast[];
}

const severityNames: readonly Severity[] = ['low', 'normal', 'high', 'critical'];

interface RadioProps {
  name: string;
  value: string;
  isChosen: boolean;
  words: string;
  isHidden?: boolean;
}

function Radio({ name, value, isChosen, words, isHidden = false }: RadioProps): VNode {
  return (
    <label class="choice" hidden={isHidden}>
      <input type="radio" name={name} value={value} checked={isChosen} />
      <span>{words}</span>
    </label>
  );
}

function Select({
  name,
  label,
  options,
  value,
}: {
  name: string;
  label: string;
  options: readonly (readonly [value: string, words: string])[];
  value: string;
}): VNode {
  return (
    <Field
      name={name}
      label={label}
      error={undefined}
      input={() => (
        <select id={name} name={name}>
          {options.map(([one, words]) => (
            <option key={one} value={one} selected={one === value}>
              {words}
            </option>
          ))}
        </select>
      )}
    />
  );
}

function Where({ frame, deployment, values, errors }: AlertFormProps): VNode {
  const texts = textsIn(frame.language).alerts;
  return (
    <fieldset>
      <legend>{texts.where}</legend>
      <div class="choices">
        <Radio name="where" value="around" isChosen={values.where !== 'all'} words={texts.around} />
        <Radio name="where" value="all" isChosen={values.where === 'all'} words={texts.everywhere} />
      </div>
      <div class="alert-around">
        <PlaceFields
          language={frame.language}
          deployment={deployment}
          values={values}
          error={errors.place}
          limit={placeLimit}
          words={{ label: texts.place, hint: texts.placeHint }}
        />
        <Select
          name="radius"
          label={texts.radius}
          options={alertRadiiKm.map((km) => [String(km), texts.kilometres(km)] as const)}
          value={values.radius}
        />
      </div>
    </fieldset>
  );
}

/** What nobody is told of is not offered. */
function offered({ categories }: DeploymentView): DeploymentView['categories'] {
  const hidden = new Set<string>();
  return categories.filter(({ code, parent, sensitive }) => {
    const isHidden = sensitive || (parent !== null && hidden.has(parent));
    if (isHidden) hidden.add(code);
    return !isHidden;
  });
}

function What({ frame, deployment, values }: AlertFormProps): VNode {
  const texts = textsIn(frame.language).alerts;
  const wishes = [frame.language, ...deployment.languages, 'en'];
  return (
    <fieldset aria-describedby="what-hint">
      <legend>{texts.what}</legend>
      <p class="hint" id="what-hint">
        {texts.whatHint}
      </p>
      <div class="choices">
        {offered(deployment).map(({ code, parent, names }) => (
          <label key={code} class={parent === null ? 'choice' : 'choice below'}>
            <input type="checkbox" name="category" value={code} checked={values.categories.includes(code)} />
            <span>{categoryName(names, wishes)}</span>
          </label>
        ))}
      </div>
      <Select
        name="severity"
        label={texts.severity}
        options={severityNames.map((severity) => [severity, texts.severities[severity]] as const)}
        value={values.severity}
      />
    </fieldset>
  );
}

const kinds = { email: { type: 'email', autocomplete: 'email' }, phone: { type: 'tel', autocomplete: 'tel' } } as const;

function Address({
  name,
  label,
  hint,
  props,
}: {
  name: 'email' | 'phone';
  label: string;
  hint: string;
  props: AlertFormProps;
}): VNode {
  return (
    <div class={`alert-${name}`}>
      <Field
        name={name}
        label={label}
        hint={hint}
        error={props.errors[name]}
        input={(wiring) => (
          <input
            id={name}
            name={name}
            {...kinds[name]}
            dir="ltr"
            value={props.values[name]}
            maxLength={254}
            {...wiring}
          />
        )}
      />
    </div>
  );
}

function How(props: AlertFormProps): VNode {
  const { frame, values, errors, ways } = props;
  const texts = textsIn(frame.language).alerts;
  return (
    <fieldset id="way" aria-describedby={errors.way === undefined ? undefined : 'way-error'}>
      <legend>{texts.how}</legend>
      {errors.way === undefined ? null : (
        <p class="error" id="way-error">
          {errors.way}
        </p>
      )}
      <div class="choices">
        {ways.map((way) => (
          <Radio
            key={way}
            name="way"
            value={way}
            isChosen={values.way === way}
            words={texts.ways[way]}
            isHidden={way === 'push'}
          />
        ))}
      </div>
      {ways.includes('email') && <Address name="email" label={texts.email} hint={texts.emailHint} props={props} />}
      {ways.includes('sms') && <Address name="phone" label={texts.phone} hint={texts.phoneHint} props={props} />}
      <p class="hint">{texts.privacy}</p>
    </fieldset>
  );
}

function Messages({ frame, messages }: Pick<AlertFormProps, 'frame' | 'messages'>): VNode | null {
  if (messages.length === 0) return null;
  const texts = textsIn(frame.language).alerts;
  return (
    <section id="messages" class="alert-messages">
      <h2>{texts.messages}</h2>
      {messages.map(({ id, at, subject, text, severity }) => (
        <article key={id} class="alert-message" data-severity={severity}>
          <h3 dir="auto">{subject}</h3>
          <p class="meta">
            <Moment at={at} language={frame.language} />
          </p>
          <p class="alert-words" dir="auto">
            {text}
          </p>
        </article>
      ))}
    </section>
  );
}

function Form(props: AlertFormProps): ComponentChildren {
  const { frame, deployment } = props;
  const { alerts: texts, report } = textsIn(frame.language);
  if (deployment.exercise) return <p class="notice">{texts.closed}</p>;
  return (
    <form method="post" id="alerts" data-denied={texts.pushDenied}>
      <Trap label={report.leaveEmpty} />
      <Where {...props} />
      <What {...props} />
      <How {...props} />
      <input type="hidden" name="endpoint" value="" />
      <input type="hidden" name="p256dh" value="" />
      <input type="hidden" name="auth" value="" />
      <p class="error" id="push-state" role="status" />
      <div class="buttons">
        <button type="submit" class="send">
          {texts.send}
        </button>
      </div>
    </form>
  );
}

export function renderAlertForm(props: AlertFormProps): string {
  const { frame, deployment, errors } = props;
  const { alerts: texts, report } = textsIn(frame.language);
  const title = texts.title(deployment.name);
  return toHtml(
    <Document frame={frame} title={title} asides={[{ href: `/map/${deployment.slug}`, words: texts.map }]}>
      <h1>{title}</h1>
      <p class="lead">{texts.lead}</p>
      <ErrorSummary texts={report} errors={errors} />
      <Form {...props} />
      <Messages {...props} />
    </Document>,
  );
}
