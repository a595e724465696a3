/** Working on one queue together, in German. */
import { plural } from './forms.js';
import type { together as english } from './en-together.js';

export const together: typeof english = {
  looking: plural({ one: '{names} sieht sich das auch gerade an.', other: '{names} sehen sich das auch gerade an.' }),
  told: { takenOver: '{name} hat das von Ihnen übernommen: „{note}“ ({what})' },
  takeOver: {
    action: 'Übernehmen …',
    title: 'Bearbeitung übernehmen',
    lead: '{name} arbeitet bis {time} daran und erfährt es sofort.',
    note: 'Nachricht dazu',
    noteHint: 'Warum Sie übernehmen. Es bleibt im Verlauf stehen.',
    missing: 'Schreiben Sie, warum Sie übernehmen.',
    submit: 'Übernehmen',
    offer: 'Übernehmen und weitermachen',
    andGoOn: 'Übernehmen, Geschriebenes behalten',
  },
  meanwhile: {
    title: 'Andere haben inzwischen dies getan.',
    kept: 'Was Sie geschrieben haben, bleibt.',
    mine: 'Ihre Eingabe',
    theirs: 'Jetziger Stand',
    field: 'Feld',
    keepMine: 'Meines behalten',
    keepTheirs: 'Jetzigen Stand nehmen',
    choose: '{field}: was bleiben soll',
    both: 'Sie und jemand anderes haben dasselbe geändert. Wählen Sie, was jeweils bleibt, und speichern Sie noch einmal.',
  },
  notes: {
    title: 'Notizen des Teams',
    none: 'Noch keine Notizen.',
    write: 'Notiz schreiben',
    hint: 'Nur für das Team, nie öffentlich. Mit @ erwähnen Sie jemanden, der es erfährt.',
    send: 'Notiz hinzufügen',
    people: 'Personen zum Erwähnen',
  },
  assign: {
    label: 'Zugewiesen an',
    to: 'Zugewiesen an {name}',
    me: 'Sie',
    nobody: 'Niemand Bestimmtes',
    people: 'Personen',
    organisations: 'Organisationen',
  },
};
