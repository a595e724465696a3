/** Under which licence the public data of a deployment may be used by everybody: the ones that open data knows. */
export const licences = ['CC0-1.0', 'CC-BY-4.0', 'CC-BY-SA-4.0', 'ODbL-1.0', 'ODC-By-1.0'] as const;
export type Licence = (typeof licences)[number];

/** An e-mail address or a page, given on purpose for everybody to see. */
export const dataContactPattern = /^([^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+|https?:\/\/[^\s<>"]+)$/;
