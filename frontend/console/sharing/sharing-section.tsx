/** Sharing with other deployments: what came from them, and who they are. */
import type { JSX } from 'preact';
import { useSelect, useWords } from '../pieces/console-context.js';
import { ProblemNote } from '../pieces/problem-note.js';
import { useRemote } from '../settings/use-remote.js';
import { SharedItem } from './inbox-part.js';
import { PartnersPart } from './partners-part.js';

const Inbox = (): JSX.Element => {
  const { t } = useWords();
  const { items, problem, load } = useRemote((api) => api.sharedInbox());
  return (
    <section class="sharing-part" aria-label={t.sharing.inbox}>
      <h3>{t.sharing.inbox}</h3>
      <ProblemNote problem={problem} retry={() => void load()} />
      {items === null && problem === null && <p role="status">{t.common.loading}</p>}
      {items?.length === 0 && <p class="muted">{t.sharing.inboxEmpty}</p>}
      <ul class="plain-list">
        {items?.map((shared) => (
          <SharedItem key={shared.id} shared={shared} onDecided={load} />
        ))}
      </ul>
    </section>
  );
};

export const SharingSection = (): JSX.Element => {
  const { t } = useWords();
  const isExercise = useSelect((state) => state.deployment.view?.exercise === true);
  if (isExercise) return <p class="note">{t.sharing.exercise}</p>;
  return (
    <>
      <p class="muted">{t.sharing.lead}</p>
      <Inbox />
      <PartnersPart />
    </>
  );
};
