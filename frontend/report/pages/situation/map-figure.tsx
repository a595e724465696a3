/** The map of a situation report as one drawing inside of the page, sharp on paper. */
import type { VNode } from 'preact';
import { severitiesDown } from './severities-down.js';
import type { DrawnLabel, DrawnMap } from './drawn-map.js';
import { Glyph, Mark } from './glyph.js';
import type { SituationWords } from './situation-words.js';

const Words = ({ label, text, kind }: { label: DrawnLabel; text: string; kind: string }): VNode => (
  <text class={kind} x={label.x} y={label.y} text-anchor={label.anchor}>
    {text}
  </text>
);

function Corner({ map, words }: { map: DrawnMap; words: SituationWords }): VNode {
  const { pixels, metres } = map.scale;
  const [left, bottom] = [14, map.height - 12];
  return (
    <>
      <g class="scale">
        <path d={`M${left} ${bottom - 6}V${bottom}H${left + pixels}V${bottom - 6}`} />
        <text class="note" x={left + 4} y={bottom - 5}>
          {words.metres(metres)}
        </text>
      </g>
      <g class="north" transform={`translate(${map.width - 20} 14)`}>
        <path d="M0 0 6 20 0 15-6 20Z" />
        <text class="note" x="0" y="34" text-anchor="middle">
          {words.t.north}
        </text>
      </g>
    </>
  );
}

function Drawing({ map, words }: { map: DrawnMap; words: SituationWords }): VNode {
  const label = words.t.mapLabel(words.number(map.markers.length));
  return (
    <svg class="sheet-map" viewBox={`0 0 ${map.width} ${map.height}`} role="img" aria-label={label} direction="ltr">
      <defs>
        <pattern id="water" width="6" height="6" patternUnits="userSpaceOnUse">
          <rect class="water" width="6" height="6" />
          <path class="wave" d="M0 3.5H6" />
        </pattern>
      </defs>
      <rect class="sea" width={map.width} height={map.height} fill="url(#water)" />
      {map.land.map((piece, at) => (
        <path key={at} class="land" d={piece} />
      ))}
      <path class="coast" d={map.coasts} />
      <path class="border" d={map.borders} />
      {map.places.map(({ x, y, isCapital }, at) =>
        isCapital ? (
          <rect key={at} class="town" x={x - 2.5} y={y - 2.5} width="5" height="5" />
        ) : (
          <circle key={at} class="town" cx={x} cy={y} r="2" />
        ),
      )}
      {map.places.map(({ name, label: place }, at) => (
        <Words key={at} label={place} text={name} kind="place" />
      ))}
      {map.markers.map(({ x, y, severity, isResolved }, at) => (
        <g key={at} transform={`translate(${x} ${y})`}>
          <Mark severity={severity} isResolved={isResolved} />
        </g>
      ))}
      {map.markers.map(({ label: place, text }, at) =>
        place === null ? null : <Words key={at} label={place} text={text} kind="which" />,
      )}
      <Corner map={map} words={words} />
      <rect class="frame" width={map.width} height={map.height} />
    </svg>
  );
}

interface MapFigureProps {
  map: DrawnMap;
  words: SituationWords;
  precisionMetres: number;
  attribution: readonly { text: string; url: string }[];
}

export function MapFigure({ map, words, precisionMetres, attribution }: MapFigureProps): VNode {
  const { t, map: vocabulary } = words;
  const note = map.markers.length === 0 ? t.noPlaces : t.mapNote;
  const rough = precisionMetres === 0 ? '' : ` ${t.rough(words.metres(precisionMetres))}`;
  return (
    <section class="map" aria-labelledby="map">
      <h2 id="map">{t.map}</h2>
      <figure>
        <Drawing map={map} words={words} />
        <figcaption>
          <ul class="legend">
            {severitiesDown.map((severity) => (
              <li key={severity}>
                <Glyph severity={severity} /> {vocabulary.severities[severity]}
              </li>
            ))}
            <li>
              <Glyph severity="normal" isResolved /> {vocabulary.statuses.resolved}
            </li>
          </ul>
          <p class="meta">
            {note}
            {rough} <span class="credit">© {attribution.map(({ text }) => text).join(', ')}</span>
          </p>
        </figcaption>
      </figure>
    </section>
  );
}
