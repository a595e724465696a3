/** What is handed out: the poster, the short address, the code, and what other sites paste in to show our pages. */
import type { HandoutView } from '@atesto/contract';
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Problem } from '../../shared/problem.js';
import { here, noteProblem } from '../actions/context.js';
import { CopyField } from '../pieces/copy-field.js';
import { useConsole, useSelect, useWords } from '../pieces/console-context.js';
import { Icon } from '../pieces/icon.js';
import { ProblemNote } from '../pieces/problem-note.js';
import { isOnlyHere } from './is-only-here.js';
import { posterLanguages } from './poster-languages.js';

const Posters = ({ slug }: { slug: string }): JSX.Element => {
  const { t } = useWords();
  const [strips, setStrips] = useState(false);
  const words = t.settings.handout;
  return (
    <section class="handout-part">
      <h3>{words.poster}</h3>
      <p class="hint">{words.posterHint}</p>
      <label class="check">
        <input type="checkbox" checked={strips} onChange={(event) => setStrips(event.currentTarget.checked)} />
        {words.strips}
      </label>
      <p class="button-line">
        {Object.entries(posterLanguages).map(([language, name]) => (
          <a
            key={language}
            class="button"
            href={`/poster/${slug}?lang=${language}${strips ? '&tearoff=1' : ''}`}
            target="_blank"
            rel="noopener"
            lang={language}
          >
            {name}
          </a>
        ))}
      </p>
    </section>
  );
};

const attributeText = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

/** The form may ask for the position only when the page around it lets it. */
const frameOf = (address: string, title: string): string =>
  `<iframe src="${address}" title="${attributeText(title)}" width="100%" height="800" style="border:0" allow="geolocation" loading="lazy"></iframe>`;

/** The server knows by which address people outside reach it. */
const useAddresses = (): { addresses: HandoutView | null; problem: Problem | null } => {
  const { context } = useConsole();
  const [addresses, setAddresses] = useState<HandoutView | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  useEffect(() => {
    here(context)
      .handout()
      .then(setAddresses, (error: unknown) => setProblem(noteProblem(context, error)));
  }, []);
  return { addresses, problem };
};

export const HandoutSection = (): JSX.Element | null => {
  const { t } = useWords();
  const view = useSelect((state) => state.deployment.view);
  const { addresses, problem } = useAddresses();
  if (view === null || addresses === null) return <ProblemNote problem={problem} />;
  const words = t.settings.handout;
  const slug = encodeURIComponent(view.slug);
  const code = `/poster/${slug}/qr.svg`;
  return (
    <div class="form handout">
      <p>{words.lead}</p>
      {isOnlyHere(addresses.report) && <p class="note note-warn">{words.onlyHere}</p>}
      <Posters slug={slug} />
      <section class="handout-part">
        <CopyField label={words.address} hint={words.addressHint} text={addresses.short} />
      </section>
      <section class="handout-part">
        <h3>{words.code}</h3>
        <img class="handout-code" src={code} alt={words.code} width={180} height={180} />
        <p class="button-line">
          <a class="button small" href={code} download={`${view.slug}.svg`}>
            <Icon name="download" size={15} />
            {words.codeSave}
          </a>
        </p>
      </section>
      <section class="handout-part">
        <h3>{words.embed}</h3>
        <p class="hint">{words.embedHint}</p>
        <CopyField label={words.embedReport} rows={3} text={frameOf(addresses.report, view.name)} />
        <CopyField label={words.embedMap} rows={3} text={frameOf(addresses.map, view.name)} />
      </section>
    </div>
  );
};
