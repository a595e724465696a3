/** Something typed is not saved, and the person is about to leave it. */
import type { JSX } from 'preact';
import { useConsole, useSelect } from '../pieces/console-context.js';
import { Modal } from '../pieces/modal.js';

export const LeavingDialog = (): JSX.Element | null => {
  const { context, words } = useConsole();
  const { store, go } = context;
  const { t } = words;
  const leaving = useSelect((state) => state.leaving);
  if (leaving === null) return null;
  const stay = (): void => store.dispatch({ type: 'leaving.ended' });
  const leave = (): void => {
    store.dispatch({ type: 'edit.touched', unsaved: false });
    stay();
    go(leaving.address, leaving.how);
  };
  return (
    <Modal title={t.edit.unsaved} onClose={stay}>
      <p>{t.edit.unsavedLost}</p>
      <div class="form-actions">
        <button type="button" class="button" onClick={leave}>
          {t.edit.discard}
        </button>
        <button type="button" class="button primary" autoFocus onClick={stay}>
          {t.edit.keep}
        </button>
      </div>
    </Modal>
  );
};
