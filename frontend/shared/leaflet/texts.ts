/** The words of the map pieces themselves, in every language that is complete. */
import type { IncidentStatus, ReportStatus, Severity } from '@atesto/contract';

export interface MapTexts {
  zoomIn: string;
  zoomOut: string;
  /** Name of the map for screen readers, with how to use it. */
  map: string;
  /** Heading of the list of markers at one place. */
  here: (count: number) => string;
  nearby: string;
  nothingNearby: string;
  noCategory: string;
  untitled: string;
  /** A cluster: the number as it is written in the language. */
  together: (count: string) => string;
  worst: (severity: string) => string;
  others: string;
  more: string;
  loading: string;
  failed: string;
  legend: { categories: string; severity: string; priority: string; status: string; cluster: string };
  severities: Record<Severity, string>;
  statuses: Record<IncidentStatus | ReportStatus, string>;
}

const en: MapTexts = {
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  map: 'Map. Arrow keys move it, plus and minus zoom, Enter lists what is near its middle.',
  here: (count) => `${count} at this place`,
  nearby: 'Near the middle of the map',
  nothingNearby: 'Nothing is near the middle of the map.',
  noCategory: 'No category',
  untitled: 'Without words',
  together: (count) => `${count} close together`,
  worst: (severity) => `Worst: ${severity}`,
  others: 'others',
  more: 'Show more',
  loading: 'Loading …',
  failed: 'Could not be loaded. Try again',
  legend: {
    categories: 'Categories',
    severity: 'Severity',
    priority: 'Priority',
    status: 'Status',
    cluster: 'Several close together; the rim shows the worst',
  },
  severities: { low: 'Low', normal: 'Normal', high: 'High', critical: 'Critical' },
  statuses: {
    open: 'Open',
    responding: 'Being dealt with',
    resolved: 'Resolved',
    new: 'New',
    in_review: 'In review',
    needs_info: 'Waiting for an answer',
    verified: 'Verified',
    rejected: 'Rejected',
  },
};

const de: MapTexts = {
  zoomIn: 'Vergrößern',
  zoomOut: 'Verkleinern',
  map: 'Karte. Pfeiltasten verschieben sie, Plus und Minus ändern den Maßstab, Eingabe listet auf, was nahe der Mitte ist.',
  here: (count) => `${count} an diesem Ort`,
  nearby: 'Nahe der Kartenmitte',
  nothingNearby: 'Nahe der Kartenmitte ist nichts.',
  noCategory: 'Ohne Kategorie',
  untitled: 'Ohne Text',
  together: (count) => `${count} nah beieinander`,
  worst: (severity) => `Am schwersten: ${severity}`,
  others: 'andere',
  more: 'Mehr anzeigen',
  loading: 'Wird geladen …',
  failed: 'Konnte nicht geladen werden. Noch einmal',
  legend: {
    categories: 'Kategorien',
    severity: 'Schwere',
    priority: 'Dringlichkeit',
    status: 'Stand',
    cluster: 'Mehrere nah beieinander; der Rand zeigt das Schwerste',
  },
  severities: { low: 'Gering', normal: 'Mittel', high: 'Hoch', critical: 'Kritisch' },
  statuses: {
    open: 'Offen',
    responding: 'In Arbeit',
    resolved: 'Erledigt',
    new: 'Neu',
    in_review: 'In Prüfung',
    needs_info: 'Wartet auf Antwort',
    verified: 'Bestätigt',
    rejected: 'Verworfen',
  },
};

const fr: MapTexts = {
  zoomIn: 'Zoomer',
  zoomOut: 'Dézoomer',
  map: 'Carte. Les flèches la déplacent, plus et moins changent l’échelle, Entrée montre ce qui est près du milieu.',
  here: (count) => `${count} à cet endroit`,
  nearby: 'Près du milieu de la carte',
  nothingNearby: 'Il n’y a rien près du milieu de la carte.',
  noCategory: 'Sans catégorie',
  untitled: 'Sans texte',
  together: (count) => `${count} proches les uns des autres`,
  worst: (severity) => `Le plus grave : ${severity}`,
  others: 'autres',
  more: 'Afficher plus',
  loading: 'Chargement …',
  failed: 'Le chargement a échoué. Réessayer',
  legend: {
    categories: 'Catégories',
    severity: 'Gravité',
    priority: 'Urgence',
    status: 'État',
    cluster: 'Plusieurs proches les uns des autres ; le bord montre le plus grave',
  },
  severities: { low: 'Faible', normal: 'Moyenne', high: 'Élevée', critical: 'Critique' },
  statuses: {
    open: 'En attente d’aide',
    responding: 'Pris en charge',
    resolved: 'Réglé',
    new: 'Nouveau',
    in_review: 'En cours de vérification',
    needs_info: 'Attend une réponse',
    verified: 'Confirmé',
    rejected: 'Rejeté',
  },
};

const es: MapTexts = {
  zoomIn: 'Acercar',
  zoomOut: 'Alejar',
  map: 'Mapa. Las flechas lo mueven, más y menos cambian la escala, Intro muestra lo que hay cerca del centro.',
  here: (count) => `${count} en este lugar`,
  nearby: 'Cerca del centro del mapa',
  nothingNearby: 'No hay nada cerca del centro del mapa.',
  noCategory: 'Sin categoría',
  untitled: 'Sin palabras',
  together: (count) => `${count} muy cerca entre sí`,
  worst: (severity) => `Lo más grave: ${severity}`,
  others: 'otros',
  more: 'Mostrar más',
  loading: 'Cargando …',
  failed: 'No se pudo cargar. Intentar de nuevo',
  legend: {
    categories: 'Categorías',
    severity: 'Gravedad',
    priority: 'Urgencia',
    status: 'Estado',
    cluster: 'Varios muy cerca entre sí; el borde muestra el más grave',
  },
  severities: { low: 'Baja', normal: 'Media', high: 'Alta', critical: 'Crítica' },
  statuses: {
    open: 'Pendiente',
    responding: 'En atención',
    resolved: 'Resuelto',
    new: 'Nuevo',
    in_review: 'En revisión',
    needs_info: 'Espera una respuesta',
    verified: 'Confirmado',
    rejected: 'Rechazado',
  },
};

const ar: MapTexts = {
  zoomIn: 'تقريب',
  zoomOut: 'إبعاد',
  map: 'خريطة. تحركها مفاتيح الأسهم، ويغير مفتاحا زائد وناقص المقياس، ويعرض مفتاح الإدخال ما هو قرب الوسط.',
  here: (count) => `العدد في هذا المكان: ${count}`,
  nearby: 'قرب وسط الخريطة',
  nothingNearby: 'لا شيء قرب وسط الخريطة.',
  noCategory: 'بلا فئة',
  untitled: 'بلا كلمات',
  together: (count) => `العدد المتقارب: ${count}`,
  worst: (severity) => `الأشد: ${severity}`,
  others: 'غيرها',
  more: 'عرض المزيد',
  loading: 'نحمّل …',
  failed: 'تعذّر التحميل. المحاولة من جديد',
  legend: {
    categories: 'الفئات',
    severity: 'الشدة',
    priority: 'الأولوية',
    status: 'الحالة',
    cluster: 'عدة حوادث متقاربة؛ تدل الحافة على أشدها',
  },
  severities: { low: 'منخفضة', normal: 'متوسطة', high: 'عالية', critical: 'حرجة' },
  statuses: {
    open: 'بانتظار المساعدة',
    responding: 'قيد المعالجة',
    resolved: 'انتهى',
    new: 'جديد',
    in_review: 'قيد التحقق',
    needs_info: 'بانتظار رد',
    verified: 'مؤكد',
    rejected: 'مرفوض',
  },
};

const catalogues: Record<string, MapTexts> = { en, de, fr, es, ar };

/** English where there is no catalogue of that language. */
export const mapTexts = (language: string): MapTexts => catalogues[language.split('-')[0]?.toLowerCase() ?? ''] ?? en;
