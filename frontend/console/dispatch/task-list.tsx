/** Tasks of an incident, each with what may be done with it next. */
import type { TaskStatus, TaskView } from '@atesto/contract';
import type { JSX } from 'preact';
import { useSelect, useWords } from '../pieces/console-context.js';
import { Ago } from '../pieces/marks.js';
import { fill } from '../texts/forms.js';
import { ShowContact } from './show-contact.js';
import { taskSteps } from './task-steps.js';

interface TaskListProps {
  tasks: readonly TaskView[];
  /** Null for whoever may only look. */
  onMove: ((task: TaskView, status: TaskStatus) => void) | null;
}

export const TaskList = ({ tasks, onMove }: TaskListProps): JSX.Element => {
  const { t, format } = useWords();
  const busy = useSelect((state) => state.busy !== null);
  return (
    <ul class="task-list">
      {tasks.map((task) => (
        <li key={task.id} class={`task task-${task.status}`}>
          <p class="task-head">
            <span class="badge">{t.dispatch.task[task.status]}</span>
            <strong>{task.organisation?.name ?? t.dispatch.nobody}</strong>
            {task.quantity !== null && (
              <span class="muted">{fill(t.dispatch.brings, { count: format.number(task.quantity) })}</span>
            )}
            <span class="muted">
              <Ago at={task.updatedAt} />
            </span>
          </p>
          <p dir="auto">{task.note}</p>
          {task.offer !== null && (
            <p class="button-line">
              <span class="muted">{t.dispatch.fromOffer}</span>
              <ShowContact offer={task.offer} />
            </p>
          )}
          {onMove && (
            <p class="button-line">
              {taskSteps[task.status].map((status) => (
                <button
                  key={status}
                  type="button"
                  class="button small"
                  disabled={busy}
                  onClick={() => onMove(task, status)}
                >
                  {t.dispatch.step[status]}
                </button>
              ))}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
};
