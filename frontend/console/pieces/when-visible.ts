/** Does something now, or once somebody looks at the page again. Answers with what gives it up. */
type Watched = Pick<Document, 'hidden' | 'addEventListener' | 'removeEventListener'>;

export const whenVisible = (act: () => void, page: Watched = document): (() => void) => {
  const stop = (): void => page.removeEventListener('visibilitychange', look);
  const look = (): void => {
    if (page.hidden) return;
    stop();
    act();
  };
  page.addEventListener('visibilitychange', look);
  look();
  return stop;
};
