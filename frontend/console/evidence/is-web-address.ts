/** Whether a text is the address of a page; the server holds the rule, this spares a refusal. Pure. */
export const isWebAddress = (text: string): boolean => {
  try {
    return /^https?:$/.test(new URL(text.trim()).protocol);
  } catch {
    return false;
  }
};
