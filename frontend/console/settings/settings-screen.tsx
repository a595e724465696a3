/** The settings: sections at the side, one of them open. */
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Permission } from '@atesto/contract';
import { formatAddress } from '../address/address-text.js';
import { roomOf, settingsSections, type SettingsSection } from '../address/address.js';
import { useConsole, useSelect, useWords } from '../pieces/console-context.js';
import { Icon } from '../pieces/icon.js';
import { mayHere } from '../pieces/rights.js';
import { RoomDialogs } from '../room/room-dialogs.js';
import { SharingSection } from '../sharing/sharing-section.js';
import { WebhooksSection } from '../webhooks/webhooks-section.js';
import { LayersSection } from '../layers/layers-section.js';
import { AnswersSection } from '../answers/answers-section.js';
import { ApiKeysSection } from './api-keys-section.js';
import { CategoriesSection } from './categories-section.js';
import { ChannelsSection } from './channels/channels-section.js';
import { ExportsSection } from '../exports/exports-section.js';
import { DeploymentSection } from './deployment-section.js';
import { HandoutSection } from './handout-section.js';
import { OrganisationsSection } from './organisations-section.js';
import { PasswordSection } from './password-section.js';
import { PeopleSection } from './people-section.js';
import { NoticesSection } from '../my-notices/notices-section.js';
import { ExerciseSection } from '../training/exercise-section.js';
import { WordsSection } from './words/words-section.js';

const views: Record<SettingsSection, () => JSX.Element | null> = {
  deployment: DeploymentSection,
  categories: CategoriesSection,
  layers: LayersSection,
  words: WordsSection,
  answers: AnswersSection,
  people: PeopleSection,
  organisations: OrganisationsSection,
  channels: ChannelsSection,
  webhooks: WebhooksSection,
  sharing: SharingSection,
  handout: HandoutSection,
  exports: ExportsSection,
  keys: ApiKeysSection,
  exercise: ExerciseSection,
  notices: NoticesSection,
  password: PasswordSection,
};

const needs: Record<SettingsSection, Permission | null> = {
  deployment: 'deployment.edit',
  categories: 'deployment.edit',
  layers: 'deployment.edit',
  words: 'deployment.edit',
  answers: 'deployment.edit',
  people: 'members.edit',
  organisations: 'members.edit',
  channels: 'deployment.edit',
  webhooks: 'deployment.edit',
  sharing: 'deployment.edit',
  handout: null,
  exports: 'exports.read',
  keys: 'members.edit',
  exercise: 'deployment.edit',
  notices: null,
  password: null,
};

const Link = ({ slug, section, open }: { slug: string; section: SettingsSection; open: boolean }): JSX.Element => {
  const { context, words } = useConsole();
  const address = { screen: 'settings', slug, section } as const;
  const link = useRef<HTMLAnchorElement>(null);
  // On a phone the sections are a line that scrolls sideways.
  useEffect(() => {
    if (open) link.current?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [open]);
  return (
    <a
      ref={link}
      class="settings-link"
      href={formatAddress(address)}
      aria-current={open ? 'page' : undefined}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        context.go(address);
      }}
    >
      {words.t.settings.sections[section]}
    </a>
  );
};

const Allowed = ({ section }: { section: SettingsSection }): JSX.Element => {
  const { t } = useWords();
  const need = needs[section];
  const allowed = useSelect((state) => need === null || mayHere(need)(state));
  const View = views[section];
  return allowed ? <View /> : <p class="note">{t.settings.notAllowed}</p>;
};

export const SettingsScreen = (): JSX.Element | null => {
  const { context, words } = useConsole();
  const { t } = words;
  const address = useSelect((state) => state.address);
  const isExercise = useSelect((state) => state.deployment.view?.exercise === true);
  if (address.screen !== 'settings') return null;
  const { slug, section } = address;
  return (
    <main class="settings">
      <nav class="settings-nav" aria-label={t.settings.title}>
        <button type="button" class="button quiet" onClick={() => context.go(roomOf(slug))}>
          <Icon name="left" />
          {t.settings.toRoom}
        </button>
        {settingsSections
          .filter((one) => one !== 'exercise' || isExercise)
          .map((one) => (
            <Link key={one} slug={slug} section={one} open={one === section} />
          ))}
      </nav>
      <div class="settings-body">
        <h2>{t.settings.sections[section]}</h2>
        <Allowed key={section} section={section} />
      </div>
      <RoomDialogs />
    </main>
  );
};
