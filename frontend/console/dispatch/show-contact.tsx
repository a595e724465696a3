/** Who offers help, shown to those who may know; each look is written down. */
import type { ReporterView } from '@atesto/contract';
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Problem } from '../../shared/problem.js';
import { here, noteProblem } from '../actions/context.js';
import { useConsole, useSelect, useWords } from '../pieces/console-context.js';
import { Icon } from '../pieces/icon.js';
import { ProblemNote } from '../pieces/problem-note.js';
import { mayHere } from '../pieces/rights.js';

const Shown = ({ contact }: { contact: ReporterView }): JSX.Element => (
  <span class="offer-contact" role="status">
    {contact.name && <span dir="auto">{contact.name}</span>}
    {contact.phone && <a href={`tel:${contact.phone.replace(/[^+\d]/g, '')}`}>{contact.phone}</a>}
    {contact.email && <a href={`mailto:${encodeURIComponent(contact.email)}`}>{contact.email}</a>}
  </span>
);

export const ShowContact = ({ offer }: { offer: string }): JSX.Element | null => {
  const { t } = useWords();
  const { context } = useConsole();
  const allowed = useSelect(mayHere('reporters.read'));
  const [contact, setContact] = useState<ReporterView | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  useEffect(() => {
    setContact(null);
    setProblem(null);
  }, [offer]);
  if (!allowed) return null;
  if (contact !== null) return <Shown contact={contact} />;
  const show = async (): Promise<void> => {
    try {
      setContact(await here(context).offerContact(offer));
      setProblem(null);
    } catch (error) {
      setProblem(noteProblem(context, error));
    }
  };
  return (
    <>
      <button type="button" class="button quiet small" title={t.detail.contactRecorded} onClick={() => void show()}>
        <Icon name="eye" size={15} />
        {t.detail.showContact}
      </button>
      {problem && <ProblemNote problem={problem} />}
    </>
  );
};
