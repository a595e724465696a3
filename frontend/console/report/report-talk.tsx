/** The conversation with the reporter, and the contact behind a button because each look is recorded. */
import type { MessageView, ReportDetail } from '@atesto/contract';
import type { JSX } from 'preact';
import { useActions, useSelect, useWords } from '../pieces/console-context.js';
import { Fact, Facts } from '../pieces/facts.js';
import { Icon } from '../pieces/icon.js';
import { Moment } from '../pieces/marks.js';
import { mayHere } from '../pieces/rights.js';
import { hasSender } from './report-rules.js';
import { SenderPart } from './sender-part.js';

const DeliveryMark = ({ delivery }: { delivery: NonNullable<MessageView['delivery']> }): JSX.Element => {
  const { t } = useWords();
  const isBad = delivery.state === 'failed' || delivery.state === 'withheld';
  return (
    <span class={isBad ? 'delivery bad' : 'delivery'}>
      {' · '}
      {t.delivery[delivery.state]}
      {isBad && delivery.detail !== null && <span dir="auto"> ({delivery.detail})</span>}
    </span>
  );
};

export const Conversation = ({ report }: { report: ReportDetail }): JSX.Element | null => {
  const { t } = useWords();
  if (report.messages.length === 0) return null;
  return (
    <section class="detail-part" aria-label={t.detail.conversation}>
      <h3>{t.detail.conversation}</h3>
      <ol class="talk">
        {report.messages.map((message) => (
          <li key={message.id} class={`talk-${message.direction}`}>
            <p class="talk-text" dir="auto">
              {message.text}
            </p>
            <p class="talk-meta">
              {message.by?.name ?? (message.direction === 'in' ? t.detail.fromReporter : t.system)} ·{' '}
              <Moment at={message.at} />
              {message.delivery !== null && <DeliveryMark delivery={message.delivery} />}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
};

const Shown = (): JSX.Element => {
  const { t } = useWords();
  const contact = useSelect((state) => state.detail.contact);
  if (!contact || (contact.name === null && contact.phone === null && contact.email === null)) {
    return <p class="muted">{t.detail.contactEmpty}</p>;
  }
  return (
    <Facts>
      {contact.name && <Fact label={t.detail.name}>{contact.name}</Fact>}
      {contact.phone && (
        <Fact label={t.detail.phone}>
          <a href={`tel:${contact.phone.replace(/[^+\d]/g, '')}`}>{contact.phone}</a>
        </Fact>
      )}
      {contact.email && (
        <Fact label={t.detail.email}>
          <a href={`mailto:${encodeURIComponent(contact.email)}`}>{contact.email}</a>
        </Fact>
      )}
    </Facts>
  );
};

export const Contact = ({ report }: { report: ReportDetail }): JSX.Element | null => {
  const { t } = useWords();
  const actions = useActions();
  const allowed = useSelect(mayHere('reporters.read'));
  const contact = useSelect((state) => state.detail.contact);
  if (!allowed) return null;
  return (
    <section class="detail-part" aria-label={t.detail.contact}>
      <h3>{t.detail.contact}</h3>
      {!report.contactable && contact === null && <p class="muted">{t.detail.contactNone}</p>}
      {report.contactable && contact === null && (
        <p class="button-line">
          <button type="button" class="button small" onClick={() => void actions.report.showContact(report.id)}>
            <Icon name="eye" size={15} />
            {t.detail.showContact}
          </button>
          <span class="hint">{t.detail.contactRecorded}</span>
        </p>
      )}
      {contact !== null && <Shown />}
      {contact !== null && hasSender(report.channel, contact) && <SenderPart id={report.id} />}
    </section>
  );
};
