/** Everything that crosses the wire. The browser imports types from here only, so it costs it nothing. */
export * from './accounts.js';
export * from './deployments.js';
export * from './gateways.js';
export * from './history.js';
export * from './incidents.js';
export * from './live.js';
export * from './location.js';
export * from './omittable.js';
export * from './paging.js';
export * from './phone.js';
export * from './places.js';
export * from './problem.js';
export * from './reports.js';
export * from './submit-report.js';
export * from './suggestions.js';
export * from './together.js';
export * from './vocabulary.js';
