/** Which key means what, as a pure function of the key press and of where the focus is. */
export type KeyAction =
  | 'next'
  | 'previous'
  | 'claim'
  | 'verify'
  | 'reject'
  | 'join'
  | 'admit'
  | 'undo'
  | 'take'
  | 'choose'
  | 'palette'
  | 'search'
  | 'help'
  | 'escape';

export const keyOf: Readonly<Record<KeyAction, string>> = {
  next: 'j',
  previous: 'k',
  claim: 'c',
  verify: 'v',
  reject: 'x',
  join: 'd',
  admit: 'a',
  undo: 'z',
  take: 'n',
  choose: 'm',
  palette: 'Ctrl K',
  search: '/',
  help: '?',
  escape: 'Esc',
};

export interface KeyPress {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  isComposing: boolean;
  repeat: boolean;
}

const actions = new Map<string, KeyAction>([
  ...(Object.entries(keyOf) as [KeyAction, string][]).map(([action, key]): [string, KeyAction] => [key, action]),
  ['Escape', 'escape'],
]);

/** Walking may repeat while a key is held; nothing else may. */
const repeats: readonly KeyAction[] = ['next', 'previous'];

/**
 * `typing`: the focus is where keys write or choose. Nothing fires there, nor with a modifier (those belong to the
 * browser), nor behind an open dialog, which handles Esc by itself.
 */
export const actionOf = (press: KeyPress, focus: { typing: boolean; dialogOpen: boolean }): KeyAction | null => {
  if (press.ctrlKey || press.metaKey || press.altKey || press.isComposing || focus.dialogOpen) return null;
  const action = actions.get(press.key.length === 1 ? press.key.toLowerCase() : press.key) ?? null;
  if (action === null || (focus.typing && action !== 'escape')) return null;
  return press.repeat && !repeats.includes(action) ? null : action;
};

/** Ctrl K, or Cmd K; also while typing. */
export const isPaletteKey = (press: KeyPress): boolean =>
  (press.ctrlKey || press.metaKey) && !press.altKey && !press.repeat && press.key.toLowerCase() === 'k';

/** Keys write or choose in there. */
export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'submit'].includes(target.type)));
