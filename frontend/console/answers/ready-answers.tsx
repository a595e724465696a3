/** Puts a ready answer into what is being written. */
import type { ReadyAnswer, ReportDetail } from '@atesto/contract';
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { here } from '../actions/context.js';
import { useConsole, useWords } from '../pieces/console-context.js';
import { Field } from '../pieces/field.js';
import { arranged, filled } from './arranged.js';

interface Props {
  report: ReportDetail;
  onChoose: (words: string) => void;
}

export const ReadyAnswers = ({ report, onChoose }: Props): JSX.Element | null => {
  const { context } = useConsole();
  const { t, language } = useWords();
  const [answers, setAnswers] = useState<readonly ReadyAnswer[]>([]);
  useEffect(() => {
    // Without them one writes oneself.
    here(context)
      .readyAnswers()
      .then(
        ({ items }) => setAnswers(arranged(items, report.language, language)),
        () => undefined,
      );
  }, [report.id]);
  if (answers.length === 0) return null;
  return (
    <Field label={t.speed.answerInsert} optional>
      {(wiring) => (
        <select
          {...wiring}
          value=""
          onChange={(event) => {
            const chosen = answers[Number(event.currentTarget.value)];
            event.currentTarget.value = '';
            if (chosen !== undefined) onChoose(filled(chosen.text, report.place));
          }}
        >
          <option value="">{t.speed.answerInsertLead}</option>
          {answers.map((answer, at) => (
            <option key={at} value={String(at)} lang={answer.language}>
              {answer.language} · {answer.title}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
};
