/** What keeps anybody from taking an exercise for a crisis: a bar that never leaves the screen, and a mark on the map. */
import type { JSX } from 'preact';
import { useSelect, useWords } from '../pieces/console-context.js';

const useIsExercise = (): boolean => useSelect((state) => state.deployment.view?.exercise === true);

export const ExerciseBar = (): JSX.Element | null => {
  const { t } = useWords();
  if (!useIsExercise()) return null;
  return (
    <p class="exercise-bar" role="note">
      <strong>{t.training.mark}</strong> {t.training.words}
    </p>
  );
};

export const Watermark = (): JSX.Element | null => {
  const { t } = useWords();
  if (!useIsExercise()) return null;
  return (
    <div class="map-watermark" aria-hidden="true">
      <span>{t.training.mark}</span>
    </div>
  );
};
