/** Which rows of a long list are worth drawing: those in view and some around them. */
export interface Window {
  first: number;
  /** Exclusive. */
  end: number;
}

const around = 8;

export const windowOf = (scrollTop: number, height: number, rowHeight: number, count: number): Window => {
  const first = Math.max(0, Math.floor(scrollTop / rowHeight) - around);
  const end = Math.min(count, Math.ceil((scrollTop + height) / rowHeight) + around);
  return { first: Math.min(first, Math.max(0, count - 1)), end: Math.max(end, 0) };
};

/** Where to scroll so that the row is in view, or null when it is already. */
export const scrollTo = (index: number, scrollTop: number, height: number, rowHeight: number): number | null => {
  const [top, bottom] = [index * rowHeight, (index + 1) * rowHeight];
  if (top < scrollTop) return top;
  return bottom > scrollTop + height ? bottom - height : null;
};
