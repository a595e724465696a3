/** The states that a layer of areas begins with, so that they can be changed before it is added; the server has the same. */
import type { AreaState } from '@atesto/contract';

export const firstStates: readonly AreaState[] = [
  {
    code: 'none',
    names: { en: 'No warning', de: 'Keine Warnung', fr: 'Aucune alerte', es: 'Sin aviso', ar: 'لا تحذير' },
    colour: '#8a97a6',
    pattern: 'none',
  },
  {
    code: 'watch',
    names: { en: 'Be alert', de: 'Vorwarnung', fr: 'Vigilance', es: 'Atención', ar: 'تنبّه' },
    colour: '#f0c838',
    pattern: 'dots',
  },
  {
    code: 'warning',
    names: { en: 'Warning', de: 'Warnung', fr: 'Alerte', es: 'Alerta', ar: 'تحذير' },
    colour: '#d9662b',
    pattern: 'lines',
  },
  {
    code: 'evacuate',
    names: { en: 'Leave the area', de: 'Gebiet verlassen', fr: 'Évacuer', es: 'Evacuar', ar: 'غادروا المنطقة' },
    colour: '#6b1d64',
    pattern: 'cross',
  },
];
