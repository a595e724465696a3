/** One step at a time: what, words, place. Without a script all three stand below one another. */
import { filled, type ScriptWords } from './words.js';
import { byId } from './elements.js';

export interface Steps {
  /** Opens the step that holds this element, and gives it the focus. */
  openAt(element: HTMLElement): void;
  restart(): void;
}

export function showSteps(form: HTMLFormElement, words: ScriptWords, onOpen: (step: number) => void): Steps {
  const steps = [...form.querySelectorAll<HTMLElement>('.step')];
  const turn = byId('turn');
  const [back, next] = turn?.querySelectorAll('button') ?? [];
  const send = form.querySelector<HTMLButtonElement>('button[type=submit]');
  const progress = byId('progress');
  const intro = byId('intro');

  const show = (at: number): void => {
    steps.forEach((step, index) => (step.hidden = index !== at));
    if (intro !== null) intro.hidden = at > 0;
    if (back !== undefined) back.hidden = at === 0;
    if (next !== undefined) next.hidden = at === steps.length - 1;
    if (send !== null) send.hidden = at < steps.length - 1;
    if (progress !== null) progress.textContent = filled(words.step, { step: at + 1, steps: steps.length });
    onOpen(at);
  };
  const current = (): number => steps.findIndex((step) => !step.hidden);
  /** Each step is a place in the browser's history, so that the phone's own back key leads back one step. */
  const go = (at: number): void => {
    history.pushState({ step: at }, '');
    show(at);
    const heading = steps[at]?.querySelector<HTMLElement>('legend, label');
    heading?.setAttribute('tabindex', '-1');
    heading?.focus();
    scrollTo(0, 0);
  };

  next?.addEventListener('click', () => go(current() + 1));
  back?.addEventListener('click', () => history.back());
  addEventListener('popstate', ({ state }: PopStateEvent) => show((state as { step?: number } | null)?.step ?? 0));
  // The key that says "done" on the phone's keyboard goes on instead of sending half a report.
  form.addEventListener('keydown', (event) => {
    const isField = event.target instanceof HTMLInputElement && event.target.type !== 'file';
    if (event.key !== 'Enter' || !isField || current() === steps.length - 1 || event.defaultPrevented) return;
    event.preventDefault();
    go(current() + 1);
  });
  form.classList.add('stepped');
  if (turn !== null) turn.hidden = false;
  if (progress !== null) progress.hidden = false;
  show(0);

  return {
    openAt(element) {
      const at = steps.findIndex((step) => step.contains(element));
      if (at >= 0 && at !== current()) go(at);
      element.focus();
    },
    restart: () => {
      history.pushState({ step: 0 }, '');
      show(0);
    },
  };
}
