/** In a dialog that was refused: what others did with the same thing since the dialog was opened, beside what is typed. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { useSelect, useWords } from '../pieces/console-context.js';
import { HistoryList } from '../pieces/history-list.js';

const after = (seq: string | undefined, than: string): boolean => BigInt(seq ?? '0') > BigInt(than);

export const MeanwhileDone = ({ refused }: { refused: boolean }): JSX.Element | null => {
  const { t } = useWords();
  const history = useSelect((state) => state.detail.history);
  const me = useSelect((state) => state.session.view?.user.id ?? null);
  // What was already told when the dialog opened is no news.
  const [since] = useState(history?.at(-1)?.seq ?? '0');
  const news = (history ?? []).filter(({ seq, by }) => after(seq, since) && by?.id !== me);
  if (!refused || news.length === 0) return null;
  return (
    <section class="note note-warn" aria-label={t.together.meanwhile.title}>
      <p>
        <strong>{t.together.meanwhile.title}</strong> {t.together.meanwhile.kept}
      </p>
      <HistoryList entries={news} />
    </section>
  );
};
