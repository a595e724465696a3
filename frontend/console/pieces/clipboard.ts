/** Browsers offer the clipboard in secure contexts only; over plain HTTP on a local network there is none. */
export const canCopy = (): boolean => 'clipboard' in navigator;
