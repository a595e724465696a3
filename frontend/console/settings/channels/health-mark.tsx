/** The light beside a channel: a sign and a word, never a colour alone. */
import type { GatewayView } from '@atesto/contract';
import type { JSX } from 'preact';
import { useWords } from '../../pieces/console-context.js';

const signs = { well: '●', waiting: '○', silent: '▲', failing: '✕', off: '–' } as const;

export const HealthMark = ({ health }: Pick<GatewayView, 'health'>): JSX.Element => {
  const { t } = useWords();
  return (
    <span class={`health health-${health}`}>
      <span aria-hidden="true">{signs[health]}</span> {t.settings.channels.health[health]}
    </span>
  );
};
