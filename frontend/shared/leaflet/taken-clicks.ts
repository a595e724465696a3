/** Clicks on the map that something drawn there has answered already, so that what lies beneath it stays silent. */
const taken = new WeakSet<Event>();

export const takeClick = (event: Event): void => void taken.add(event);
export const isTaken = (event: Event): boolean => taken.has(event);
