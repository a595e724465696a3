/** The categories a new deployment begins with; coordinators change them as they need. */
import type { CategoryInput } from '@atesto/contract';

type Names = [en: string, de: string, fr: string, es: string, ar: string];

function category(code: string, icon: string, colour: string, names: Names, sensitive = false): CategoryInput {
  const [en, de, fr, es, ar] = names;
  return { code, icon, colour, sensitive, names: { en, de, fr, es, ar } };
}

export const firstCategories: CategoryInput[] = [
  category('medical', 'medical', '#c62839', [
    'Injured or ill people',
    'Verletzte oder Kranke',
    'Blessés ou malades',
    'Heridos o enfermos',
    'جرحى أو مرضى',
  ]),
  category('trapped', 'trapped', '#8f3b1b', [
    'People trapped',
    'Eingeschlossene Menschen',
    'Personnes piégées',
    'Personas atrapadas',
    'أشخاص محاصرون',
  ]),
  category('missing', 'missing', '#6b4fa0', [
    'Missing person',
    'Vermisste Person',
    'Personne disparue',
    'Persona desaparecida',
    'شخص مفقود',
  ]),
  category('fire', 'fire', '#d9480f', ['Fire', 'Feuer', 'Incendie', 'Incendio', 'حريق']),
  category('flood', 'flood', '#1c6fb8', ['Flood', 'Überschwemmung', 'Inondation', 'Inundación', 'فيضان']),
  category('collapse', 'collapse', '#7a5c3e', [
    'Damaged building',
    'Beschädigtes Gebäude',
    'Bâtiment endommagé',
    'Edificio dañado',
    'مبنى متضرر',
  ]),
  category('road', 'road', '#5c6670', [
    'Road or bridge blocked',
    'Straße oder Brücke gesperrt',
    'Route ou pont bloqué',
    'Carretera o puente cortado',
    'طريق أو جسر مغلق',
  ]),
  category('water', 'water', '#0d8b8b', [
    'Water needed',
    'Wasser wird gebraucht',
    'Besoin d’eau',
    'Falta agua',
    'حاجة إلى الماء',
  ]),
  category('food', 'food', '#2f8a3c', [
    'Food needed',
    'Essen wird gebraucht',
    'Besoin de nourriture',
    'Falta comida',
    'حاجة إلى الطعام',
  ]),
  category('shelter', 'shelter', '#a3660a', [
    'Shelter needed',
    'Unterkunft wird gebraucht',
    'Besoin d’un abri',
    'Falta refugio',
    'حاجة إلى مأوى',
  ]),
  category('power', 'power', '#86710a', [
    'Power or network down',
    'Strom oder Netz ausgefallen',
    'Courant ou réseau coupé',
    'Sin luz o sin red',
    'انقطاع الكهرباء أو الشبكة',
  ]),
  category(
    'security',
    'security',
    '#3d3d5c',
    ['Violence or threat', 'Gewalt oder Bedrohung', 'Violence ou menace', 'Violencia o amenaza', 'عنف أو تهديد'],
    true,
  ),
  category('other', 'dot', '#4a5560', ['Something else', 'Etwas anderes', 'Autre chose', 'Otra cosa', 'شيء آخر']),
];
