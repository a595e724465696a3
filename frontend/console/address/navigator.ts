/** Joins the browser's history to the state: whoever changes one changes the other. */
import type { ConsoleEvent } from '../store/state.js';
import type { Address } from './address.js';
import { formatAddress, parseAddress } from './address-text.js';

export interface Navigator {
  go: (address: Address, how?: 'push' | 'replace') => void;
}

export const createNavigator = (dispatch: (event: ConsoleEvent) => void, page: Window = window): Navigator => {
  page.addEventListener('popstate', () =>
    dispatch({ type: 'address.changed', address: parseAddress(page.location.pathname, page.location.search) }),
  );
  return {
    go: (address, how = 'push') => {
      const text = formatAddress(address);
      if (text === page.location.pathname + page.location.search) return;
      if (how === 'push') page.history.pushState(null, '', text);
      else page.history.replaceState(null, '', text);
      dispatch({ type: 'address.changed', address });
    },
  };
};
