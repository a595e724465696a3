/** Starts the console: the store, what keeps it in step with the address and the server, and the views. */
import { render } from 'preact';
import { createApi, createHttp } from '../shared/api.js';
import { applyTheme, storedTheme } from '../shared/theme.js';
import { createActions } from './actions/actions.js';
import type { Context } from './actions/context.js';
import { Keeper } from './actions/keeper.js';
import { askBeforeLeaving } from './actions/unsaved.js';
import { parseAddress } from './address/address-text.js';
import { createNavigator } from './address/navigator.js';
import { App } from './app.js';
import { initialState, reduce } from './store/reduce.js';
import type { ConsoleEvent, ConsoleState } from './store/state.js';
import { createStore } from './store/store.js';
import '../shared/theme.css';
import '../shared/leaflet/leaflet.css';
import './styles/index.css';

/** Often enough for "3 minutes ago" and for claims that run out. */
const tickMs = 20_000;

applyTheme(storedTheme());

const store = createStore<ConsoleState, ConsoleEvent>(
  reduce,
  initialState(parseAddress(location.pathname, location.search), Date.now()),
);
const navigator = createNavigator((event) => store.dispatch(event), askBeforeLeaving(store));
const context: Context = { api: createApi(createHttp()), store, go: (address, how) => navigator.go(address, how) };
const actions = createActions(context);
new Keeper(context);
// Closing the page cannot be asked about in words of our own.
addEventListener('beforeunload', (event) => {
  if (store.get().unsaved) event.preventDefault();
});
setInterval(() => store.dispatch({ type: 'time.passed', nowMs: Date.now() }), tickMs);

const root = document.querySelector('#console');
if (root) render(<App context={context} actions={actions} />, root);
void actions.session.resume();
