/** Tells the console that a form holds something that is not saved, for as long as it does. */
import { useEffect } from 'preact/hooks';
import { useConsole } from './console-context.js';

export const useUnsaved = (unsaved: boolean): void => {
  const { store } = useConsole().context;
  useEffect(() => {
    if (!unsaved) return;
    store.dispatch({ type: 'edit.touched', unsaved: true });
    return () => store.dispatch({ type: 'edit.touched', unsaved: false });
  }, [unsaved]);
};
