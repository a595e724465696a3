/** The bar over everything: where one is, whether it is live, and the menu. */
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { themes } from '../../shared/theme.js';
import { slugOf } from '../actions/context.js';
import { roomOf } from '../address/address.js';
import { useConsole, useSelect, useWords } from '../pieces/console-context.js';
import { Icon } from '../pieces/icon.js';
import { mayHere } from '../pieces/rights.js';
import { WordSelect } from '../pieces/selects.js';
import { To } from '../pieces/to.js';
import { usePopover } from '../pieces/use-popover.js';
import { fill } from '../texts/forms.js';
import { Bell } from '../my-notices/bell.js';
import { SharedMark } from '../sharing/shared-mark.js';
import { ChannelAlarm } from './channel-alarm.js';
import { languageNames, languages } from '../texts/texts.js';

const LiveMark = (): JSX.Element => {
  const { t } = useWords();
  const live = useSelect((state) => state.live);
  return (
    <span class={`live live-${live}`} role="status" title={live === 'offline' ? t.live.offlineLong : undefined}>
      <span class="live-dot" aria-hidden="true" />
      {t.live[live]}
    </span>
  );
};

/** Language and look: for everyone, signed in or not. */
export const LookFields = (): JSX.Element => {
  const { words, setLanguage, theme, setTheme } = useConsole();
  const { t } = words;
  return (
    <>
      <label class="menu-field">
        {t.top.language}
        <WordSelect
          value={words.language}
          words={languages}
          label={(word) => languageNames[word]}
          onChange={(word) => setLanguage(word)}
        />
      </label>
      <label class="menu-field">
        {t.top.theme}
        <WordSelect
          value={theme}
          words={themes}
          label={(word) => t.top[`theme_${word}`]}
          onChange={(word) => setTheme(word)}
        />
      </label>
    </>
  );
};

const MenuItems = ({ slug, close }: { slug: string; close: () => void }): JSX.Element => {
  const { context, actions, words } = useConsole();
  const { t } = words;
  const session = useSelect((state) => state.session.view);
  const maySend = useSelect(mayHere('alerts.send'));
  const several = (session?.memberships.length ?? 0) > 1 || session?.user.admin === true;
  const item = (label: string, run: () => void): JSX.Element => (
    <button
      type="button"
      class="menu-item"
      onClick={() => {
        close();
        run();
      }}
    >
      {label}
    </button>
  );
  return (
    <>
      <p class="menu-user">{fill(t.top.signedInAs, { name: session?.user.name ?? '' })}</p>
      {item(t.board.title, () => context.go({ screen: 'board', slug, period: '24h' }))}
      {item(t.shift.title, () => context.go({ screen: 'shift', slug, from: '', to: '' }))}
      {item(t.situation.title, () => context.go({ screen: 'situation', slug }))}
      {item(t.dispatch.offers.title, () => context.go({ screen: 'offers', slug, all: false }))}
      {maySend && item(t.broadcasts.title, () => context.go({ screen: 'broadcasts', slug }))}
      {item(t.top.settings, () => actions.room.openSettings('deployment'))}
      {item(t.top.password, () => actions.room.openSettings('password'))}
      {several && item(t.top.switchDeployment, () => context.go({ screen: 'home' }))}
      {item(t.top.help, () => context.store.dispatch({ type: 'dialog.opened', dialog: 'help' }))}
      <a class="menu-item" href={`/map/${encodeURIComponent(slug)}`} target="_blank" rel="noopener">
        {t.top.publicMap}
      </a>
      <a class="menu-item" href={`/report/${encodeURIComponent(slug)}`} target="_blank" rel="noopener">
        {t.top.reportPage}
      </a>
      <div class="menu-fields">
        <LookFields />
      </div>
      {item(t.top.signOut, () => void actions.session.signOut())}
    </>
  );
};

const Menu = ({ slug }: { slug: string }): JSX.Element => {
  const { t } = useWords();
  const { open, setOpen, box, button } = usePopover();
  return (
    <div class="menu" ref={box}>
      <button
        ref={button}
        type="button"
        class="button quiet icon-only"
        aria-expanded={open}
        aria-controls="main-menu"
        aria-label={t.top.menu}
        onClick={() => setOpen(!open)}
      >
        <Icon name="menu" />
      </button>
      {open && (
        <div class="menu-panel" id="main-menu">
          <MenuItems slug={slug} close={() => setOpen(false)} />
        </div>
      )}
    </div>
  );
};

export const TopBar = (): JSX.Element => {
  const { t } = useWords();
  const { context, actions } = useConsole();
  const slug = useSelect((state) => slugOf(state.address)) ?? '';
  const name = useSelect((state) => state.deployment.view?.name ?? '');
  const isExercise = useSelect((state) => state.deployment.view?.exercise === true);
  useEffect(() => {
    const mark = isExercise ? `${t.training.mark} · ` : '';
    document.title = name === '' ? t.top.product : `${mark}${name} – ${t.top.product}`;
  }, [name, isExercise]);
  return (
    <header class="top">
      <To class="brand" to={roomOf(slug)}>
        {t.top.product}
      </To>
      <h1 class="top-name" dir="auto">
        {name}
      </h1>
      <LiveMark />
      <ChannelAlarm />
      <SharedMark />
      <span class="spacer" />
      <Bell />
      <button
        type="button"
        class="button quiet icon-only wide-only"
        aria-label={t.top.help}
        title={`${t.top.help} (?)`}
        aria-keyshortcuts="?"
        onClick={() => context.store.dispatch({ type: 'dialog.opened', dialog: 'help' })}
      >
        <Icon name="help" />
      </button>
      <button
        type="button"
        class="button quiet icon-only wide-only"
        aria-label={t.top.settings}
        title={t.top.settings}
        onClick={() => actions.room.openSettings('deployment')}
      >
        <Icon name="settings" />
      </button>
      <Menu slug={slug} />
    </header>
  );
};
