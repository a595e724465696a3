/** The keys and what they do. */
import type { JSX } from 'preact';
import { keyOf, type KeyAction } from '../keyboard/key-map.js';
import { useWords } from '../pieces/console-context.js';
import { Modal } from '../pieces/modal.js';

export const ShortcutList = (): JSX.Element => {
  const { t } = useWords();
  return (
    <dl class="shortcuts">
      {(Object.entries(keyOf) as [KeyAction, string][]).map(([action, key]) => (
        <div key={action}>
          <dt>
            <kbd>{key}</kbd>
          </dt>
          <dd>{t.help[action]}</dd>
        </div>
      ))}
    </dl>
  );
};

export const HelpDialog = ({ onClose }: { onClose: () => void }): JSX.Element => {
  const { t } = useWords();
  return (
    <Modal title={t.help.title} onClose={onClose}>
      <p>{t.help.lead}</p>
      <ShortcutList />
    </Modal>
  );
};
