/** The form by which a citizen reports. It posts as it is, with JavaScript switched off too. */
import type { VNode } from 'preact';
import type { DeploymentView } from '@atesto/contract';
import { glyphPath } from '../../shared/leaflet/markers/glyphs.js';
import type { FormValues } from '../report-body.js';
import { textsIn, type Texts } from '../texts/index.js';
import { Document, toHtml, type PageFrame } from './document.js';
import { PlaceFields } from './place-fields.js';

export type FormField = 'text' | 'place' | 'media' | 'name' | 'phone' | 'email' | 'form';

export interface ReportFormProps {
  frame: PageFrame;
  deployment: DeploymentView;
  values: FormValues;
  /** Signed moment at which the form was made. */
  openedStamp: string;
  /** A sentence beside each field that needs another look. */
  errors: Partial<Record<FormField, string>>;
}

export const textLimit = 5000;
export const placeLimit = 500;

/** The name of a category in this language, else in the deployment's first, else in any. */
export function categoryName(names: Record<string, string>, wishes: readonly string[]): string {
  for (const wish of wishes) if (names[wish] !== undefined) return names[wish];
  return Object.values(names)[0] ?? '';
}

function Hint({ id, children }: { id: string; children: string }): VNode {
  return (
    <p class="hint" id={id}>
      {children}
    </p>
  );
}

function ErrorLine({ id, error }: { id: string; error: string | undefined }): VNode | null {
  if (error === undefined) return null;
  return (
    <p class="error" id={id}>
      {error}
    </p>
  );
}

function Glyph({ icon, colour }: { icon: string; colour: string }): VNode {
  return (
    <svg viewBox="0 0 24 24" fill={colour} aria-hidden="true">
      <path fill-rule="evenodd" d={glyphPath(icon)} />
    </svg>
  );
}

interface ChoiceProps {
  value: string;
  name: string;
  isChosen: boolean;
  isBelow?: boolean;
  glyph: VNode | null;
}

function Choice({ value, name, isChosen, isBelow = false, glyph }: ChoiceProps): VNode {
  return (
    <label class={isBelow ? 'choice below' : 'choice'}>
      <input type="radio" name="category" value={value} checked={isChosen} />
      {glyph}
      <span>{name}</span>
    </label>
  );
}

function Categories({ deployment, values, frame }: ReportFormProps): VNode {
  const texts = textsIn(frame.language).report;
  const wishes = [frame.language, ...deployment.languages, 'en'];
  return (
    <fieldset class="step" aria-describedby="category-hint">
      <legend>{texts.what}</legend>
      <Hint id="category-hint">{texts.whatHint}</Hint>
      <div class="choices">
        {deployment.categories.map(({ code, parent, names, icon, colour }) => (
          <Choice
            key={code}
            value={code}
            name={categoryName(names, wishes)}
            isChosen={values.category === code}
            isBelow={parent !== null}
            glyph={<Glyph icon={icon} colour={colour} />}
          />
        ))}
        <Choice value="" name={texts.noCategory} isChosen={values.category === ''} glyph={null} />
      </div>
    </fieldset>
  );
}

/** Joins a control to its hint and its error for screen readers. */
interface Wiring {
  'aria-describedby': string;
  'aria-invalid': boolean;
}

interface FieldProps {
  name: string;
  label: string;
  hint?: string;
  error: string | undefined;
  input: (wiring: Wiring) => VNode;
}

export function Field({ name, label, hint, error, input }: FieldProps): VNode {
  const described = [hint === undefined ? '' : `${name}-hint`, error === undefined ? '' : `${name}-error`]
    .filter((id) => id !== '')
    .join(' ');
  return (
    <div class={error === undefined ? 'field' : 'field wrong'}>
      <label for={name}>{label}</label>
      {hint === undefined ? null : <Hint id={`${name}-hint`}>{hint}</Hint>}
      {input({ 'aria-describedby': described, 'aria-invalid': error !== undefined })}
      <ErrorLine id={`${name}-error`} error={error} />
    </div>
  );
}

/** What a browser may fill in by itself. */
const autocompletes = { name: 'name', phone: 'tel', email: 'email' } as const;

function Contact({ values, errors, frame }: ReportFormProps): VNode {
  const texts = textsIn(frame.language).report;
  const line = (
    name: 'name' | 'phone' | 'email',
    kind: { type: 'text' } | { type: 'tel' } | { type: 'email' },
    limit: number,
  ): VNode => (
    <Field
      name={name}
      label={texts[name]}
      error={errors[name]}
      input={(wiring) => (
        <input
          id={name}
          name={name}
          {...kind}
          dir={name === 'name' ? 'auto' : 'ltr'}
          value={values[name]}
          maxLength={limit}
          autocomplete={autocompletes[name]}
          {...wiring}
        />
      )}
    />
  );
  const isOpen = [values.name, values.phone, values.email].some((value) => value !== '');
  return (
    <details class="contact" open={isOpen}>
      <summary>{texts.contact}</summary>
      <Hint id="contact-hint">{texts.contactHint}</Hint>
      {line('name', { type: 'text' }, 200)}
      {line('phone', { type: 'tel' }, 50)}
      {line('email', { type: 'email' }, 254)}
    </details>
  );
}

export function ErrorSummary({
  texts,
  errors,
}: {
  texts: Texts['report'];
  errors: Partial<Record<string, string>>;
}): VNode | null {
  const entries = Object.entries(errors);
  if (entries.length === 0) return null;
  return (
    <div class="notice wrong" role="alert">
      <h2>{texts.errors}</h2>
      <ul>
        {entries.map(([field, error]) => (
          <li key={field}>{field === 'form' ? error : <a href={`#${field}`}>{error}</a>}</li>
        ))}
      </ul>
    </div>
  );
}

function Words({ values, errors, frame }: ReportFormProps): VNode {
  const texts = textsIn(frame.language).report;
  return (
    <div class="step">
      <Field
        name="text"
        label={texts.words}
        hint={texts.wordsHint}
        error={errors.text}
        input={(wiring) => (
          <textarea id="text" name="text" dir="auto" rows={5} maxLength={textLimit} {...wiring}>
            {values.text}
          </textarea>
        )}
      />
      <Field
        name="media"
        label={texts.photo}
        hint={texts.photoHint}
        error={errors.media}
        input={(wiring) => <input id="media" name="media" type="file" accept="image/*" multiple {...wiring} />}
      />
      <p id="photos-state" class="error" role="status" />
      <ul id="photos" />
    </div>
  );
}

/** Shown by the script when the form holds what was written before. */
function Draft({ texts }: { texts: Texts['report'] }): VNode {
  return (
    <div id="draft" class="notice" hidden>
      <p role="status">{texts.draft}</p>
      <button type="button">{texts.afresh}</button>
    </div>
  );
}

/** Filled by the script: what is known already near the place. */
function Near({ texts }: { texts: Texts['report'] }): VNode {
  return (
    <section id="near" aria-labelledby="near-title" hidden>
      <h2 id="near-title">{texts.near}</h2>
      <p class="hint">{texts.nearHint}</p>
      <ul class="cards" />
    </section>
  );
}

/** Filled by the script: what is on this phone. */
function Queue({ texts }: { texts: Texts['report'] }): VNode {
  return (
    <section id="queue" aria-labelledby="queue-title" hidden>
      <h2 id="queue-title" tabIndex={-1}>
        {texts.queue}
      </h2>
      <ul class="cards" aria-live="polite" />
      <p>
        <button type="button" id="send-now">
          {texts.sendNow}
        </button>
      </p>
    </section>
  );
}

/** Programs that fill in everything fill this too; whoever reads or listens is told to leave it. */
export function Trap({ label }: { label: string }): VNode {
  return (
    <p class="away" aria-hidden="true">
      <label for="website">{label}</label>
      <input id="website" name="website" tabIndex={-1} autocomplete="off" />
    </p>
  );
}

function Buttons({ texts }: { texts: Texts['report'] }): VNode {
  return (
    <div class="buttons">
      <div id="turn" hidden>
        <button type="button" hidden>
          {texts.back}
        </button>
        <button type="button" class="send">
          {texts.next}
        </button>
      </div>
      <button type="submit" class="send">
        {texts.send}
      </button>
    </div>
  );
}

function Form(props: ReportFormProps): VNode {
  const { frame, deployment, values, errors, openedStamp } = props;
  const texts = textsIn(frame.language).report;
  return (
    <form
      id="report"
      method="post"
      encType="multipart/form-data"
      data-slug={deployment.slug}
      data-language={frame.language}
      data-empty={texts.empty}
      data-precision={deployment.policy.publicPrecisionMetres}
      data-refused={Object.keys(errors).length > 0 ? '' : undefined}
    >
      <input type="hidden" name="id" value={values.id} />
      <input type="hidden" name="language" value={frame.language} />
      <input type="hidden" name="opened" value={openedStamp} />
      <Trap label={texts.leaveEmpty} />
      <p id="progress" class="meta" hidden />
      <Categories {...props} />
      <Words {...props} />
      <div class="step">
        <PlaceFields
          language={frame.language}
          deployment={deployment}
          values={values}
          error={errors.place}
          limit={placeLimit}
        />
        <Near texts={texts} />
        <Contact {...props} />
      </div>
      <Buttons texts={texts} />
    </form>
  );
}

export function Emergency({ number, texts }: { number: string | null; texts: Texts['report'] }): VNode {
  if (number === null) return <p class="notice">{texts.emergency}</p>;
  const [before = '', after = ''] = texts.emergencyCall(number).split(number);
  return (
    <p class="notice">
      {before}
      <a dir="ltr" href={`tel:${number.replace(/[^\d+*#]/g, '')}`}>
        {number}
      </a>
      {after}
    </p>
  );
}

export function renderReportForm(props: ReportFormProps): string {
  const { frame, deployment, errors } = props;
  const { report: texts, offer, alerts } = textsIn(frame.language);
  const title = texts.title(deployment.name);
  return toHtml(
    <Document
      frame={frame}
      title={title}
      manifest={`/report/${deployment.slug}/manifest.json`}
      asides={[
        { href: `/offer/${deployment.slug}?lang=${frame.language}`, words: offer.link },
        { href: `/alerts/${deployment.slug}?lang=${frame.language}`, words: alerts.link },
      ]}
    >
      <h1 id="title" tabIndex={-1}>
        {title}
      </h1>
      <div id="intro">
        <p class="lead">{texts.lead}</p>
        <Emergency number={deployment.policy.emergencyNumber} texts={texts} />
        <Draft texts={texts} />
      </div>
      <p id="offline" class="notice offline" role="status" />
      <ErrorSummary texts={texts} errors={errors} />
      <Form {...props} />
      {/* Outside of the form, which is put away once the report is kept. */}
      <p id="form-state" class="error" role="alert" />
      <Queue texts={texts} />
      <button type="button" id="another" class="send" hidden>
        {texts.another}
      </button>
    </Document>,
  );
}
