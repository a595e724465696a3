/** The title that is suggested for an incident: how its report begins. Pure. */
const titleLength = 80;
/** Shorter sentences say too little, as `Exercise.` or `Help!` do: the next comes along. */
const leastLength = 15;

/** The first sentence, with as many more as a title needs, or as many words as fit. */
export const suggestedTitle = (text: string): string => {
  let title = '';
  for (const sentence of text.trim().split(/(?<=[.!?])\s+|\n+/)) {
    if (title.length >= leastLength) break;
    title = `${title} ${sentence}`.trim();
  }
  if (title.length <= titleLength) return title;
  const cut = title.slice(0, titleLength);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), titleLength / 2)).trimEnd()} …`;
};
