/** The trainer's desk: what is replayed into the exercise and how fast, and what came of it. */
import type { ChangeReplay, ExerciseView, ReplayView } from '@atesto/contract';
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Problem } from '../../shared/problem.js';
import { here, noteProblem } from '../actions/context.js';
import { useConsole, useSelect, useWords } from '../pieces/console-context.js';
import { ProblemNote } from '../pieces/problem-note.js';
import { useChange } from '../settings/use-remote.js';
import { fill } from '../texts/forms.js';
import { DebriefTable } from './debrief-table.js';
import { SpeedSelect, StartForm } from './start-form.js';

/** Progress is looked at while it moves. */
const refreshMs = 2_000;

const isGoing = (replay: ReplayView | null): boolean => replay?.state === 'running' || replay?.state === 'paused';

const Progress = ({ replay }: { replay: ReplayView }): JSX.Element => {
  const { t, language } = useWords();
  const clock = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <>
      <progress max={replay.total} value={replay.done} aria-label={t.training.progress} />
      <p role="status">
        <strong>{t.training.states[replay.state]}</strong>{' '}
        {fill(t.training.progressWords, { done: replay.done, total: replay.total })}
      </p>
      <p class="hint">{fill(t.training.clock, { at: clock.format(new Date(replay.at)) })}</p>
    </>
  );
};

const Controls = ({
  replay,
  busy,
  onChange,
}: {
  replay: ReplayView;
  busy: boolean;
  onChange: (change: ChangeReplay) => void;
}): JSX.Element => {
  const { t } = useWords();
  const isRunning = replay.state === 'running';
  return (
    <div class="form">
      <SpeedSelect speed={replay.speed} onChange={(speed) => onChange({ speed })} />
      <div class="button-line">
        <button
          type="button"
          class="button primary"
          disabled={busy}
          onClick={() => onChange({ state: isRunning ? 'paused' : 'running' })}
        >
          {isRunning ? t.training.pause : t.training.goOn}
        </button>
        <button type="button" class="button" disabled={busy} onClick={() => onChange({ state: 'stopped' })}>
          {t.training.stop}
        </button>
      </div>
    </div>
  );
};

const Desk = (): JSX.Element => {
  const { context, words } = useConsole();
  const { t } = words;
  const change = useChange();
  const [view, setView] = useState<ExerciseView | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const load = async (): Promise<void> => {
    try {
      setView(await here(context).exercise());
      setProblem(null);
    } catch (error) {
      setProblem(noteProblem(context, error));
    }
  };
  const isMoving = view?.replay?.state === 'running';
  useEffect(() => void load(), []);
  useEffect(() => {
    if (!isMoving) return;
    const timer = setInterval(() => void load(), refreshMs);
    return () => clearInterval(timer);
  }, [isMoving]);
  if (view === null) {
    if (problem !== null) return <ProblemNote problem={problem} retry={() => void load()} />;
    return <p class="muted">{t.common.loading}</p>;
  }
  const { replay, debrief, sources } = view;
  return (
    <div class="form">
      <p class="muted">{t.training.lead}</p>
      <section class="replay">
        <h3>{t.training.replay}</h3>
        {replay !== null && <Progress replay={replay} />}
        {replay !== null && isGoing(replay) ? (
          <Controls
            replay={replay}
            busy={change.busy}
            onChange={(wanted) => void change.run(async (api) => setView(await api.changeReplay(wanted)))}
          />
        ) : (
          <StartForm
            sources={sources}
            busy={change.busy}
            problem={change.problem}
            onStart={(wanted) => void change.run(async (api) => setView(await api.startReplay(wanted)))}
          />
        )}
        <ProblemNote problem={problem ?? change.problem} />
      </section>
      {debrief !== null && <DebriefTable debrief={debrief} />}
    </div>
  );
};

export const ExerciseSection = (): JSX.Element => {
  const { t } = useWords();
  const isExercise = useSelect((state) => state.deployment.view?.exercise === true);
  return isExercise ? <Desk /> : <p class="note">{t.training.noExercise}</p>;
};
