/** Joins the browser's history to the state: whoever changes one changes the other. */
import type { ConsoleEvent } from '../store/state.js';
import type { Address } from './address.js';
import { formatAddress, parseAddress } from './address-text.js';

export interface Navigator {
  go: (address: Address, how?: 'push' | 'replace') => void;
}

/** `mayGo` says whether the person may leave now; going back cannot be prevented, only undone. */
export const createNavigator = (
  dispatch: (event: ConsoleEvent) => void,
  mayGo: (address: Address, how: 'push' | 'replace') => boolean = () => true,
  page: Window = window,
): Navigator => {
  const textHere = (): string => page.location.pathname + page.location.search;
  let shown = textHere();
  page.addEventListener('popstate', () => {
    const address = parseAddress(page.location.pathname, page.location.search);
    if (mayGo(address, 'push')) {
      shown = textHere();
      dispatch({ type: 'address.changed', address });
    } else page.history.pushState(null, '', shown);
  });
  return {
    go: (address, how = 'push') => {
      const text = formatAddress(address);
      if (text === textHere() || !mayGo(address, how)) return;
      if (how === 'push') page.history.pushState(null, '', text);
      else page.history.replaceState(null, '', text);
      shown = text;
      dispatch({ type: 'address.changed', address });
    },
  };
};
