/** Which screen is shown, and the words and look around all of them. */
import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { chooseLanguage, rememberLanguage } from '../shared/i18n.js';
import { applyTheme, storedTheme } from '../shared/theme.js';
import type { Actions } from './actions/actions.js';
import type { Context } from './actions/context.js';
import type { Address } from './address/address.js';
import { BoardScreen } from './board/board-screen.js';
import { ShiftScreen } from './board/shift-screen.js';
import { SituationScreen } from './situation/situation-screen.js';
import { ConsoleContext, useActions, useConsole, useSelect, useWords, wordsIn } from './pieces/console-context.js';
import { BroadcastsScreen } from './broadcasts/broadcasts-screen.js';
import { OffersScreen } from './dispatch/offers-screen.js';
import { EventsScreen } from './duplicates/events-screen.js';
import { ProblemNote } from './pieces/problem-note.js';
import { Arrivals, Notices } from './room/notices.js';
import { Room } from './room/room.js';
import { TopBar } from './room/top-bar.js';
import { SettingsScreen } from './settings/settings-screen.js';
import { DeploymentChoice } from './sign-in/deployment-choice.js';
import { SignInScreen } from './sign-in/sign-in-screen.js';
import { languages } from './texts/texts.js';
import { ExerciseBar } from './training/exercise-bar.js';

const Waiting = (): JSX.Element => {
  const { t } = useWords();
  return (
    <main class="door">
      <p class="muted" role="status">
        {t.common.loading}
      </p>
    </main>
  );
};

const Missing = (): JSX.Element => {
  const { context, words } = useConsole();
  const { session } = useActions();
  const problem = useSelect((state) => state.deployment.problem);
  return (
    <main class="door">
      <div class="card form">
        <ProblemNote problem={problem} />
        <div class="button-line">
          <button type="button" class="button" onClick={() => context.go({ screen: 'home' })}>
            {words.t.choice.title}
          </button>
          <button type="button" class="button" onClick={() => void session.signOut()}>
            {words.t.top.signOut}
          </button>
        </div>
      </div>
    </main>
  );
};

const Shown = ({ screen }: { screen: Address['screen'] }): JSX.Element => {
  if (screen === 'settings') return <SettingsScreen />;
  if (screen === 'events') return <EventsScreen />;
  if (screen === 'broadcasts') return <BroadcastsScreen />;
  if (screen === 'offers') return <OffersScreen />;
  if (screen === 'board') return <BoardScreen />;
  if (screen === 'situation') return <SituationScreen />;
  return screen === 'shift' ? <ShiftScreen /> : <Room />;
};

const Inside = (): JSX.Element => {
  const { t } = useWords();
  const screen = useSelect((state) => state.address.screen);
  const ready = useSelect((state) => state.deployment.view !== null);
  const failed = useSelect((state) => state.deployment.problem !== null);
  if (!ready) return failed ? <Missing /> : <Waiting />;
  return (
    <div class="frame">
      {screen === 'room' && (
        <a class="skip" href="#queue">
          {t.top.skip}
        </a>
      )}
      <ExerciseBar />
      <TopBar />
      <Shown screen={screen} />
      <Arrivals />
    </div>
  );
};

const Screen = (): JSX.Element => {
  const phase = useSelect((state) => state.session.phase);
  const home = useSelect((state) => state.address.screen === 'home');
  if (phase === 'unknown') return <Waiting />;
  if (phase === 'out') return <SignInScreen />;
  return home ? <DeploymentChoice /> : <Inside />;
};

export const App = ({ context, actions }: { context: Context; actions: Actions }): JSX.Element => {
  const [language, setLanguage] = useState(() => chooseLanguage(languages));
  const [theme, setTheme] = useState(storedTheme);
  const console = useMemo(() => {
    document.documentElement.lang = language;
    return {
      context,
      actions,
      words: wordsIn(language),
      setLanguage: (chosen: typeof language) => {
        rememberLanguage(chosen);
        setLanguage(chosen);
      },
      theme,
      setTheme: (chosen: typeof theme) => {
        applyTheme(chosen);
        setTheme(chosen);
      },
    };
  }, [language, theme]);
  return (
    <ConsoleContext.Provider value={console}>
      <Screen />
      <Notices />
    </ConsoleContext.Provider>
  );
};
