/** Whose incident it is, where it was shared from elsewhere. */
import type { IncidentOrigin } from '@atesto/contract';
import type { JSX } from 'preact';
import { useWords } from '../pieces/console-context.js';
import { Fact } from '../pieces/facts.js';
import { Icon } from '../pieces/icon.js';
import { fill } from '../texts/forms.js';

export const OriginFact = ({ origin }: { origin: IncidentOrigin }): JSX.Element => {
  const { t } = useWords();
  const { deploymentName: deployment, number, installation, url } = origin;
  return (
    <Fact label={t.sharing.origin}>
      <span dir="auto">{fill(t.sharing.originOf, { deployment, number })}</span>
      <span class="muted block">
        <bdi>{installation}</bdi>
      </span>
      {url !== null && (
        <a href={url} target="_blank" rel="noopener noreferrer">
          {t.sharing.seeThere}
        </a>
      )}
    </Fact>
  );
};

export const OriginMark = ({ origin }: { origin: IncidentOrigin }): JSX.Element => {
  const { t } = useWords();
  const words = fill(t.sharing.from, { name: origin.deploymentName });
  return (
    <span class="row-files" title={words}>
      <Icon name="link" size={14} />
      <span class="cut">{words}</span>
    </span>
  );
};
