/** The words of the layers that lie over the map, in every language that is complete. */
import type { PluralForms } from '../../i18n.js';

export interface OverlayTexts {
  title: string;
  empty: string;
  failed: string;
  retry: string;
  loading: string;
  /** It is on, but not at this zoom. */
  zoomIn: string;
  zoomOut: string;
  /** Its server may not be asked by a page that was opened before the layer was added. */
  blocked: string;
  reload: string;
  respondersOnly: string;
  by: (authority: string) => string;
  areas: PluralForms;
  warned: string;
  noneWarned: string;
  since: string;
  until: string;
  says: string;
  unnamed: string;
}

const en: OverlayTexts = {
  title: 'Layers',
  empty: 'There are no layers on this map.',
  failed: 'This layer could not be loaded.',
  retry: 'Try again',
  loading: 'Loading …',
  zoomIn: 'Zoom in to see it.',
  zoomOut: 'Zoom out to see it.',
  blocked: 'It was added after you opened this page.',
  reload: 'Reload to show it',
  respondersOnly: 'Responders only',
  by: (authority) => `According to ${authority}`,
  areas: { one: '# area', other: '# areas' },
  warned: 'Areas with a warning',
  noneWarned: 'No area has a warning now.',
  since: 'Since',
  until: 'Until',
  says: 'According to',
  unnamed: 'Without a name',
};

const de: OverlayTexts = {
  title: 'Ebenen',
  empty: 'Auf dieser Karte liegen keine Ebenen.',
  failed: 'Diese Ebene konnte nicht geladen werden.',
  retry: 'Noch einmal versuchen',
  loading: 'Wird geladen …',
  zoomIn: 'Zum Anzeigen näher heranzoomen.',
  zoomOut: 'Zum Anzeigen weiter herauszoomen.',
  blocked: 'Sie kam hinzu, nachdem Sie diese Seite geöffnet haben.',
  reload: 'Neu laden und anzeigen',
  respondersOnly: 'Nur für Einsatzkräfte',
  by: (authority) => `Laut ${authority}`,
  areas: { one: '# Gebiet', other: '# Gebiete' },
  warned: 'Gebiete mit Warnung',
  noneWarned: 'Zurzeit gilt für kein Gebiet eine Warnung.',
  since: 'Seit',
  until: 'Bis',
  says: 'Laut',
  unnamed: 'Ohne Namen',
};

const fr: OverlayTexts = {
  title: 'Couches',
  empty: 'Il n’y a pas de couche sur cette carte.',
  failed: 'Cette couche n’a pas pu être chargée.',
  retry: 'Réessayer',
  loading: 'Chargement …',
  zoomIn: 'Zoomez pour la voir.',
  zoomOut: 'Dézoomez pour la voir.',
  blocked: 'Elle a été ajoutée après l’ouverture de cette page.',
  reload: 'Recharger pour l’afficher',
  respondersOnly: 'Réservée aux intervenants',
  by: (authority) => `Selon ${authority}`,
  areas: { one: '# zone', other: '# zones' },
  warned: 'Zones en alerte',
  noneWarned: 'Aucune zone n’est en alerte actuellement.',
  since: 'Depuis',
  until: 'Jusqu’au',
  says: 'Selon',
  unnamed: 'Sans nom',
};

const es: OverlayTexts = {
  title: 'Capas',
  empty: 'No hay capas en este mapa.',
  failed: 'No se pudo cargar esta capa.',
  retry: 'Reintentar',
  loading: 'Cargando …',
  zoomIn: 'Acérquese para verla.',
  zoomOut: 'Aléjese para verla.',
  blocked: 'Se añadió después de que usted abriera esta página.',
  reload: 'Recargar para mostrarla',
  respondersOnly: 'Solo para los equipos',
  by: (authority) => `Según ${authority}`,
  areas: { one: '# zona', other: '# zonas' },
  warned: 'Zonas con aviso',
  noneWarned: 'Ninguna zona tiene aviso ahora.',
  since: 'Desde',
  until: 'Hasta',
  says: 'Según',
  unnamed: 'Sin nombre',
};

const ar: OverlayTexts = {
  title: 'الطبقات',
  empty: 'لا توجد طبقات على هذه الخريطة.',
  failed: 'تعذر تحميل هذه الطبقة.',
  retry: 'حاول مجددًا',
  loading: 'جارٍ التحميل …',
  zoomIn: 'قرّب الخريطة لرؤيتها.',
  zoomOut: 'بعّد الخريطة لرؤيتها.',
  blocked: 'أضيفت بعد أن فتحت هذه الصفحة.',
  reload: 'أعد التحميل لعرضها',
  respondersOnly: 'للمستجيبين فقط',
  by: (authority) => `وفقًا لـ ${authority}`,
  areas: {
    zero: 'لا مناطق',
    one: 'منطقة واحدة',
    two: 'منطقتان',
    few: '# مناطق',
    many: '# منطقة',
    other: '# منطقة',
  },
  warned: 'مناطق عليها تحذير',
  noneWarned: 'لا تحذير على أي منطقة الآن.',
  since: 'منذ',
  until: 'حتى',
  says: 'وفقًا لـ',
  unnamed: 'بلا اسم',
};

const catalogues: Record<string, OverlayTexts> = { en, de, fr, es, ar };

/** English where there is no catalogue of that language. */
export const overlayTexts = (language: string): OverlayTexts =>
  catalogues[language.split('-')[0]?.toLowerCase() ?? ''] ?? en;
