/** Names for what the container hands out that is not a class of our own. */
export const CONFIG = Symbol('Config');
export const CLOCK = Symbol('Clock');
export const LOG = Symbol('Log');
