/** What a responder does with a report. Each answers with what went wrong, or null. */
import type { NewIncident, PatchReport, RejectReport, ReportDetail } from '@atesto/contract';
import { actionOf } from '../../shared/http.js';
import type { Problem } from '../../shared/problem.js';
import { claimedBy, patchedWith, quarantinedAs, released, type Guess } from '../report/guess.js';
import type { DialogName, NoticeWords } from '../store/state.js';
import { attempt, here, type Context } from './context.js';
import { loadCounts } from './load-counts.js';
import { refreshDetail } from './load-detail.js';
import { loadQueue } from './load-queue.js';
import { undoOffer } from './undo-actions.js';

/** Of one call, as the server takes them. */
const admitMost = 200;

export const reportActions = (context: Context) => {
  const { store } = context;

  const act = async (
    name: string,
    words: NoticeWords,
    id: string,
    call: () => Promise<ReportDetail>,
    guess?: Guess,
    isClaimedForIt = store.get().borrowed === id,
  ): Promise<Problem | null> => {
    const { report: before } = store.get().detail;
    const show = (report: ReportDetail): void => store.dispatch({ type: 'report.got', report });
    const problem = await attempt(context, name, async () => {
      // Of the same version as before: whatever the server says takes its place.
      const guessedFrom = guess !== undefined && before?.id === id ? before : null;
      if (guess !== undefined && guessedFrom !== null) show(guess(guessedFrom));
      const report = await call().catch((error: unknown) => {
        if (guessedFrom !== null) show(guessedFrom);
        throw error;
      });
      show(report);
      const undo = undoOffer(actionOf(report), isClaimedForIt ? id : null);
      store.dispatch({ type: 'notice.given', notice: { tone: 'good', words, undo } });
    });
    // After a refusal too: what is shown was out of date, or else it would not have been refused.
    if (problem === null || problem.status === 409 || problem.stale)
      void refreshDetail(context, { kind: 'report', id });
    return problem;
  };
  const told = async (outcome: Promise<Problem | null>): Promise<boolean> => {
    const problem = await outcome;
    if (problem !== null) store.dispatch({ type: 'notice.given', notice: { tone: 'bad', problem } });
    return problem === null;
  };
  const claimedByMe = (): Guess | undefined => {
    const { session, deployment, nowMs } = store.get();
    if (session.view === null) return undefined;
    return claimedBy(session.view.user, nowMs + (deployment.view?.policy.claimMinutes ?? 0) * 60_000);
  };
  const claim = (id: string): Promise<boolean> =>
    told(act('claim', 'claimed', id, () => here(context).claimReport(id), claimedByMe()));

  return {
    claim,
    takeOver: (id: string, note: string): Promise<Problem | null> =>
      act('claim', 'takenOver', id, () => here(context).claimReport(id, { takeOver: true, note })),
    release: (id: string): Promise<boolean> =>
      told(act('release', 'released', id, () => here(context).releaseReport(id), released)),

    /** Opens a dialog for the report that is open. A new report is claimed first: others see that it is being handled. */
    begin: async (dialog: DialogName): Promise<void> => {
      const { report } = store.get().detail;
      if (report === null) return;
      const isNew = report.status === 'new' && dialog !== 'reopen' && dialog !== 'takeOver';
      if (isNew && !(await claim(report.id))) return;
      store.dispatch({ type: 'dialog.opened', dialog, ...(isNew && { borrowed: report.id }) });
    },

    verify: (id: string, incident: string | NewIncident, isClaimedForIt?: boolean): Promise<Problem | null> =>
      act('verify', 'verified', id, () => here(context).verifyReport(id, { incident }), undefined, isClaimedForIt),
    reject: (id: string, body: RejectReport): Promise<Problem | null> =>
      act('reject', 'rejected', id, () => here(context).rejectReport(id, body)),
    ask: (id: string, text: string): Promise<Problem | null> =>
      act('ask', 'asked', id, () => here(context).askReporter(id, { text })),
    reopen: (id: string, note: string): Promise<Problem | null> =>
      act('reopen', 'reopened', id, () => here(context).reopenReport(id, note === '' ? {} : { note })),
    patch: (id: string, version: number, body: PatchReport): Promise<Problem | null> =>
      act('save', 'saved', id, () => here(context).patchReport(id, version, body)),
    /** A suggestion, by one press. */
    take: (id: string, version: number, body: PatchReport): Promise<boolean> =>
      told(act('save', 'saved', id, () => here(context).patchReport(id, version, body), patchedWith(body))),
    transcribe: (id: string, medium: string, text: string): Promise<Problem | null> =>
      act('transcribe', 'saved', id, () => here(context).transcribe(medium, { text })),

    admit: (id: string): Promise<boolean> =>
      told(
        act('admit', 'admitted', id, () => here(context).admitReport(id), quarantinedAs(false)).finally(
          () => void loadCounts(context),
        ),
      ),
    quarantine: (id: string): Promise<boolean> =>
      told(
        act('quarantine', 'quarantined', id, () => here(context).quarantineReport(id), quarantinedAs(true)).finally(
          () => void loadCounts(context),
        ),
      ),

    /** As many calls as it takes; what was admitted before a fault stays admitted. */
    admitAll: async (ids: readonly string[]): Promise<Problem | null> => {
      const problem = await attempt(context, 'admit', async () => {
        for (let at = 0; at < ids.length; at += admitMost) {
          await here(context).admitReports(ids.slice(at, at + admitMost));
        }
        store.dispatch({ type: 'notice.given', notice: { tone: 'good', words: 'admitted' } });
      });
      const { address } = store.get();
      if (address.screen === 'room') void loadQueue(context, address);
      void loadCounts(context);
      return problem;
    },

    showContact: (id: string): Promise<boolean> =>
      told(
        attempt(context, 'contact', async () => {
          store.dispatch({ type: 'contact.got', id, contact: await here(context).reporter(id) });
          void refreshDetail(context, { kind: 'report', id });
        }),
      ),
  };
};
