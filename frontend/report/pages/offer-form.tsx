/** The form by which a citizen offers help, and the page that thanks for it. Both need no script at all. */
import type { VNode } from 'preact';
import type { DeploymentView, NeedKind } from '@atesto/contract';
import { textsIn } from '../texts/index.js';
import { Document, toHtml, type PageFrame } from './document.js';
import { Emergency, ErrorSummary, Field, Trap } from './report-form.js';

/** What was typed, kept when the form has to be shown again. */
export const offerFields = [
  'id',
  'kind',
  'what',
  'quantity',
  'unit',
  'place',
  'days',
  'name',
  'phone',
  'email',
  'website',
] as const;
export type OfferField = (typeof offerFields)[number];
export type OfferValues = Record<OfferField, string>;
export type OfferErrors = Partial<Record<OfferField | 'form', string>>;

/** Most characters that fit. */
export const offerLimits = { what: 300, unit: 40, place: 500, name: 200, phone: 50, email: 254 } as const;

/** How long an offer may stand, in days. */
export const offerSpans = { two: 2, week: 7, fortnight: 14, month: 30 } as const;

export interface OfferFormProps {
  frame: PageFrame;
  deployment: DeploymentView;
  values: OfferValues;
  errors: OfferErrors;
}

const inputModes = {
  what: {},
  unit: {},
  place: {},
  name: { autocomplete: 'name' },
  phone: { type: 'tel', autocomplete: 'tel' },
  email: { type: 'email', autocomplete: 'email' },
} as const;

function Line({
  name,
  label,
  hint,
  props: { values, errors },
}: {
  name: keyof typeof offerLimits;
  label: string;
  hint?: string;
  props: OfferFormProps;
}): VNode {
  return (
    <Field
      name={name}
      label={label}
      {...(hint === undefined ? {} : { hint })}
      error={errors[name]}
      input={(wiring) => (
        <input
          id={name}
          name={name}
          {...inputModes[name]}
          dir={name === 'phone' || name === 'email' ? 'ltr' : 'auto'}
          value={values[name]}
          maxLength={offerLimits[name]}
          {...wiring}
        />
      )}
    />
  );
}

function Kinds({ values, errors, frame }: OfferFormProps): VNode {
  const texts = textsIn(frame.language).offer;
  return (
    <fieldset id="kind" aria-describedby={errors.kind === undefined ? undefined : 'kind-error'}>
      <legend>{texts.kind}</legend>
      {errors.kind === undefined ? null : (
        <p class="error" id="kind-error">
          {errors.kind}
        </p>
      )}
      <div class="choices">
        {(Object.entries(texts.kinds) as [NeedKind, string][]).map(([kind, name]) => (
          <label key={kind} class="choice">
            <input type="radio" name="kind" value={kind} checked={values.kind === kind} required />
            <span>{name}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function Span({ values, frame }: OfferFormProps): VNode {
  const texts = textsIn(frame.language).offer;
  return (
    <Field
      name="days"
      label={texts.days}
      error={undefined}
      input={() => (
        <select id="days" name="days">
          {(Object.entries(offerSpans) as [keyof typeof offerSpans, number][]).map(([span, days]) => (
            <option key={span} value={days} selected={values.days === String(days)}>
              {texts.spans[span]}
            </option>
          ))}
        </select>
      )}
    />
  );
}

function Form(props: OfferFormProps): VNode {
  const { frame, values, errors } = props;
  const { offer: texts, report } = textsIn(frame.language);
  return (
    <form method="post">
      <input type="hidden" name="id" value={values.id} />
      <Trap label={report.leaveEmpty} />
      <Kinds {...props} />
      <Line name="what" label={texts.what} hint={texts.whatHint} props={props} />
      <Field
        name="quantity"
        label={texts.quantity}
        error={errors.quantity}
        input={(wiring) => (
          <input
            id="quantity"
            name="quantity"
            inputMode="numeric"
            value={values.quantity}
            maxLength={7}
            required
            {...wiring}
          />
        )}
      />
      <Line name="unit" label={texts.unit} hint={texts.unitHint} props={props} />
      <Line name="place" label={texts.place} hint={texts.placeHint} props={props} />
      <Span {...props} />
      <fieldset aria-describedby="contact-hint">
        <legend>{texts.contact}</legend>
        <p class="hint" id="contact-hint">
          {texts.contactHint}
        </p>
        <Line name="name" label={report.name} props={props} />
        <Line name="phone" label={report.phone} props={props} />
        <Line name="email" label={report.email} props={props} />
      </fieldset>
      <div class="buttons">
        <button type="submit" class="send">
          {texts.send}
        </button>
      </div>
    </form>
  );
}

export function renderOfferForm(props: OfferFormProps): string {
  const { frame, deployment, errors } = props;
  const { offer: texts, report } = textsIn(frame.language);
  const title = texts.title(deployment.name);
  return toHtml(
    <Document frame={frame} title={title}>
      <h1>{title}</h1>
      <p class="lead">{texts.lead}</p>
      <Emergency number={deployment.policy.emergencyNumber} texts={report} />
      <ErrorSummary texts={report} errors={errors} />
      <Form {...props} />
      <p>
        <a href={`/report/${deployment.slug}?lang=${frame.language}`}>{texts.report}</a>
      </p>
    </Document>,
  );
}

export function renderOfferThanks({ frame, deployment }: Pick<OfferFormProps, 'frame' | 'deployment'>): string {
  const { offer: texts } = textsIn(frame.language);
  return toHtml(
    <Document frame={frame} title={texts.thanks}>
      <h1>{texts.thanks}</h1>
      <p class="notice good" role="status">
        {texts.thanksLead}
      </p>
      <p>
        <a href={`/offer/${deployment.slug}?lang=${frame.language}`}>{texts.another}</a>
      </p>
      <p>
        <a href={`/report/${deployment.slug}?lang=${frame.language}`}>{texts.report}</a>
      </p>
    </Document>,
  );
}
