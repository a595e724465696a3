/** The form by which a citizen reports. It posts as it is, with JavaScript switched off too. */
import type { VNode } from 'preact';
import type { DeploymentView } from '@atesto/contract';
import { textsIn, type Texts } from '../texts/index.js';
import { Document, toHtml, type PageFrame } from './document.js';
import { PlaceFields } from './place-fields.js';

/** What was typed, kept when the form has to be shown again. */
export interface FormValues {
  id: string;
  category: string;
  text: string;
  place: string;
  lat: string;
  lon: string;
  accuracy: string;
  name: string;
  phone: string;
  email: string;
}

export type FormField = 'text' | 'place' | 'media' | 'name' | 'phone' | 'email' | 'form';

export interface ReportFormProps {
  frame: PageFrame;
  deployment: DeploymentView;
  values: FormValues;
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

function Categories({ deployment, values, frame }: ReportFormProps): VNode {
  const texts = textsIn(frame.language).report;
  const wishes = [frame.language, ...deployment.languages, 'en'];
  return (
    <fieldset>
      <legend>{texts.what}</legend>
      <Hint id="category-hint">{texts.whatHint}</Hint>
      <div class="choices">
        {deployment.categories.map((category) => (
          <label key={category.code} class={category.parent === null ? 'choice' : 'choice below'}>
            <input
              type="radio"
              name="category"
              value={category.code}
              checked={values.category === category.code}
              aria-describedby="category-hint"
            />
            <span>{categoryName(category.names, wishes)}</span>
          </label>
        ))}
        <label class="choice">
          <input type="radio" name="category" value="" checked={values.category === ''} />
          <span>{texts.noCategory}</span>
        </label>
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
  name: FormField;
  label: string;
  hint?: string;
  error: string | undefined;
  input: (wiring: Wiring) => VNode;
}

function Field({ name, label, hint, error, input }: FieldProps): VNode {
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
          value={values[name]}
          maxLength={limit}
          autocomplete={autocompletes[name]}
          {...wiring}
        />
      )}
    />
  );
  return (
    <fieldset>
      <legend>{texts.contact}</legend>
      <Hint id="contact-hint">{texts.contactHint}</Hint>
      {line('name', { type: 'text' }, 200)}
      {line('phone', { type: 'tel' }, 50)}
      {line('email', { type: 'email' }, 254)}
    </fieldset>
  );
}

function ErrorSummary({ texts, errors }: { texts: Texts['report']; errors: ReportFormProps['errors'] }): VNode | null {
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

export function renderReportForm(props: ReportFormProps): string {
  const { frame, deployment, values, errors } = props;
  const texts = textsIn(frame.language).report;
  const title = texts.title(deployment.name);
  return toHtml(
    <Document frame={frame} title={title}>
      <h1>{title}</h1>
      <p class="lead">{texts.lead}</p>
      <p class="notice">{texts.emergency}</p>
      <ErrorSummary texts={texts} errors={errors} />
      <form id="report" method="post" encType="multipart/form-data" data-sending={texts.sending}>
        <input type="hidden" name="id" value={values.id} />
        <input type="hidden" name="language" value={frame.language} />
        <Categories {...props} />
        <Field
          name="text"
          label={texts.words}
          hint={texts.wordsHint}
          error={errors.text}
          input={(wiring) => (
            <textarea id="text" name="text" rows={5} maxLength={textLimit} {...wiring}>
              {values.text}
            </textarea>
          )}
        />
        <PlaceFields
          language={frame.language}
          deployment={deployment}
          values={values}
          error={errors.place}
          limit={placeLimit}
        />
        <Field
          name="media"
          label={texts.photo}
          hint={texts.photoHint}
          error={errors.media}
          input={(wiring) => <input id="media" name="media" type="file" accept="image/*" multiple {...wiring} />}
        />
        <Contact {...props} />
        <button type="submit" class="send">
          {texts.send}
        </button>
      </form>
    </Document>,
  );
}
