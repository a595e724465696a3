/** One layer in the list: its place in the order, who sees it, and what can be done with it. */
import type { OverlayDetail } from '@atesto/contract';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { nameIn } from '../../shared/i18n.js';
import { ConfirmDialog } from '../pieces/confirm-dialog.js';
import { useConsole, useSelect, useWords } from '../pieces/console-context.js';
import { Icon } from '../pieces/icon.js';
import { fill } from '../texts/forms.js';
import { AreaList } from './area-list.js';
import { hostOf } from './layer-draft.js';
import { LayerForm } from './layer-form.js';
import { runLayerChange } from './use-layer-change.js';

interface CardProps {
  layer: OverlayDetail;
  isOpen: boolean;
  onToggle: () => void;
  /** Null at the end of the list. */
  onUp: (() => void) | null;
  onDown: (() => void) | null;
  onChanged: () => Promise<void>;
}

const Facts = ({ layer }: { layer: OverlayDetail }): JSX.Element => {
  const { t, plural } = useWords();
  const { kind, count, url, visibility, shown, minZoom, maxZoom } = layer;
  const countWords = plural(count, kind === 'areas' ? t.layers.facts.count : t.layers.found);
  const facts = [
    t.layers.kinds[kind],
    ...(url === undefined ? [] : [hostOf(url) ?? url]),
    ...(kind === 'areas' || kind === 'geojson' ? [countWords] : []),
    t.layers.visibilities[visibility],
    ...(shown ? [t.layers.shown] : []),
    ...(minZoom > 0 || maxZoom < 19 ? [fill(t.layers.zooms, { from: minZoom, to: maxZoom })] : []),
  ];
  return <span class="muted block">{facts.join(' · ')}</span>;
};

const Opened = ({ layer, onChanged }: Pick<CardProps, 'layer' | 'onChanged'>): JSX.Element => {
  const { context } = useConsole();
  const { t, language } = useWords();
  const [asking, setAsking] = useState<'edit' | 'remove' | null>(null);
  const name = nameIn(layer.names, language);
  const done = (): void => {
    setAsking(null);
    void onChanged();
  };
  if (asking === 'edit') return <LayerForm kind={layer.kind} layer={layer} onDone={done} />;
  return (
    <div class="gateway-open">
      <p class="button-line">
        <button type="button" class="button small" onClick={() => setAsking('edit')}>
          {t.layers.edit}
        </button>
        <button type="button" class="button small" onClick={() => setAsking('remove')}>
          {t.common.remove}
        </button>
      </p>
      {layer.kind === 'areas' && <AreaList layer={layer} />}
      {asking === 'remove' && (
        <ConfirmDialog
          question={fill(t.layers.removeAsk, { name })}
          submit={t.common.remove}
          onClose={() => setAsking(null)}
          onConfirm={() =>
            runLayerChange(context, async (api) => {
              const left = await api.removeOverlay(layer.id, layer.version);
              await onChanged();
              return left;
            })
          }
        />
      )}
    </div>
  );
};

export const LayerCard = ({ layer, isOpen, onToggle, onUp, onDown, onChanged }: CardProps): JSX.Element => {
  const { t, language } = useWords();
  const busy = useSelect((state) => state.busy !== null);
  const name = nameIn(layer.names, language);
  const mover = (icon: 'up' | 'down', words: string, move: (() => void) | null): JSX.Element => (
    <button
      type="button"
      class="button quiet icon-only"
      disabled={busy || move === null}
      aria-label={fill(words, { name })}
      onClick={() => move?.()}
    >
      <Icon name={icon} />
    </button>
  );
  return (
    <li>
      <div class="layer-line">
        <button type="button" class="gateway-line" aria-expanded={isOpen} onClick={onToggle}>
          <span>
            <strong dir="auto">{name}</strong>
            <Facts layer={layer} />
          </span>
        </button>
        {mover('up', t.layers.up, onUp)}
        {mover('down', t.layers.down, onDown)}
      </div>
      {isOpen && <Opened layer={layer} onChanged={onChanged} />}
    </li>
  );
};
