/** Taking back what was done. */

/** What came of taking an action back. */
export interface UndoneView {
  /** The entry of the journal by which this taking back can itself be taken back. */
  action: string;
  /** Everything whose state went back. */
  subjects: { kind: 'report' | 'incident'; id: string; gone: boolean }[];
}
