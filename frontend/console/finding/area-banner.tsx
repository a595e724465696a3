/** What is said on the map while an area is drawn, and how to end it. */
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { useActions, useConsole, useSelect, useWords } from '../pieces/console-context.js';
import { crossesItself, formatArea, mostCorners, type Corner } from './area-ring.js';

export const AreaBanner = (): JSX.Element | null => {
  const { t, plural } = useWords();
  const actions = useActions();
  const { store } = useConsole().context;
  const corners = useSelect((state) => state.drawing);
  const isOpen = corners !== null;
  const put = (changed: readonly Corner[] | null): void => store.dispatch({ type: 'area.drawn', corners: changed });
  useEffect(() => {
    if (!isOpen) return;
    const leave = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      put(null);
    };
    document.addEventListener('keydown', leave, true);
    return () => document.removeEventListener('keydown', leave, true);
  }, [isOpen]);
  if (corners === null) return null;
  const crosses = corners.length > 2 && crossesItself(corners);
  const done = (): void => {
    put(null);
    actions.room.filterBy({ area: formatArea(corners) });
  };
  return (
    <div class="map-banner area-banner" role="status">
      <span>
        {crosses ? t.finding.areaCrosses : t.finding.areaClick}{' '}
        <span class="muted">{plural(corners.length, t.finding.corners)}</span>
      </span>
      <span class="button-line">
        <button
          type="button"
          class="button small primary"
          disabled={corners.length < 3 || corners.length > mostCorners || crosses}
          onClick={done}
        >
          {t.finding.areaDone}
        </button>
        <button
          type="button"
          class="button small"
          disabled={corners.length === 0}
          onClick={() => put(corners.slice(0, -1))}
        >
          {t.finding.areaBack}
        </button>
        <button type="button" class="button small" onClick={() => put(null)}>
          {t.common.cancel}
        </button>
      </span>
    </div>
  );
};
