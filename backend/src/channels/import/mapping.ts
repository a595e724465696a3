/** Which column means what. Ushahidi's own export is known; others are guessed by name, or named by the caller. Pure. */

export const mappedFields = ['id', 'title', 'text', 'place', 'lat', 'lon', 'date', 'category', 'verified'] as const;
export type MappedField = (typeof mappedFields)[number];
export type Mapping = Partial<Record<MappedField, string>>;

/** Names that people give these columns, in lower case, best first. */
const usualNames: Record<MappedField, string[]> = {
  id: ['serial', '#', 'id', 'report id', 'external_id'],
  title: ['incident title', 'title', 'headline', 'subject'],
  text: ['description', 'text', 'message', 'content', 'body', 'report'],
  place: ['location', 'place', 'address', 'location name'],
  lat: ['latitude', 'lat', 'y'],
  lon: ['longitude', 'lon', 'lng', 'long', 'x'],
  date: ['incident date', 'date', 'created_at', 'observed_at', 'timestamp', 'time'],
  category: ['category', 'categories', 'type'],
  verified: ['verified'],
};

/** @throws Error naming a column that is not in the file */
export function mappingOf(columns: readonly string[], named: Mapping): Mapping {
  const byLowerName = new Map(columns.map((column) => [column.toLowerCase(), column]));
  const mapping: Mapping = {};
  for (const field of mappedFields) {
    const wish = named[field];
    if (wish !== undefined && !byLowerName.has(wish.toLowerCase())) {
      throw new Error(`There is no column "${wish}". The file has: ${columns.join(', ')}.`);
    }
    const candidates = wish === undefined ? usualNames[field] : [wish.toLowerCase()];
    const column = candidates.map((name) => byLowerName.get(name)).find((found) => found !== undefined);
    if (column !== undefined) mapping[field] = column;
  }
  return mapping;
}
