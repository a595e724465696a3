/** Days, and organisations, side by side: what came in, what was decided, and how long it took. */
import type { JSX } from 'preact';
import { useWords } from '../pieces/console-context.js';
import type { PartProps } from './parts.js';
import { Tile, useDuration } from './pieces.js';

export const DaysPart = ({ overview }: PartProps): JSX.Element => {
  const { t, format } = useWords();
  const duration = useDuration();
  return (
    <Tile title={t.board.byDay} counted={t.board.byDayCounted} wide>
      <div class="table-scroll">
        <table class="grid-table">
          <caption class="visually-hidden">{t.board.byDay}</caption>
          <thead>
            <tr>
              <th scope="col">{t.board.day}</th>
              {[t.board.received, t.board.decided, t.board.firstLook, t.board.decision].map((head) => (
                <th key={head} scope="col" class="number">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {[...overview.days].reverse().map((day) => (
              <tr key={day.day}>
                <th scope="row">{format.date(`${day.day}T12:00`)}</th>
                <td class="number">{format.number(day.received)}</td>
                <td class="number">{format.number(day.decided)}</td>
                <td class="number">{duration(day.firstLook.median)}</td>
                <td class="number">{duration(day.decision.median)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {overview.days.length === 0 ? <p class="muted">{t.board.nothing}</p> : null}
    </Tile>
  );
};

export const OrganisationsPart = ({ overview }: PartProps): JSX.Element => {
  const { t, format } = useWords();
  const duration = useDuration();
  return (
    <Tile title={t.board.organisations} counted={t.board.organisationsCounted} wide>
      {overview.organisations.length === 0 ? (
        <p class="muted">{t.board.nothingDecided}</p>
      ) : (
        <div class="table-scroll">
          <table class="grid-table">
            <caption class="visually-hidden">{t.board.organisations}</caption>
            <thead>
              <tr>
                <th scope="col">{t.board.organisation}</th>
                {[t.board.decided, t.board.firstLook, t.board.decision].map((head) => (
                  <th key={head} scope="col" class="number">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {overview.organisations.map((one) => (
                <tr key={one.name ?? ''}>
                  <th scope="row" dir="auto">
                    {one.name ?? t.board.others}
                  </th>
                  <td class="number">{format.number(one.decided)}</td>
                  <td class="number">{duration(one.firstLook.median)}</td>
                  <td class="number">{duration(one.decision.median)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Tile>
  );
};
