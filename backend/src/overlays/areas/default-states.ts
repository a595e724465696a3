/**
 * The states that an authority layer begins with. From light to dark and from yellow over orange to purple, which colour-blind
 * people tell apart too, and each with a pattern of its own. Pure.
 */
import type { AreaState } from '@atesto/contract';

export const defaultStates: readonly AreaState[] = [
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
