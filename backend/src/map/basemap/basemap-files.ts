/** Names and zooms that the maker and the server of the basemap agree on. */
export const basemapFiles = { land: 'land.tiles', places: 'places.tiles' } as const;

export const deepestLand = 7;

/** Zoom of the tiles, and how many people a town must have to be in them. Capitals always are. */
export const placeLevels = [
  { z: 0, least: 2_000_000 },
  { z: 2, least: 250_000 },
  { z: 4, least: 30_000 },
  { z: 6, least: 8_000 },
  { z: 8, least: 1 },
] as const;

/** The words that the licences of the data ask for. */
export const basemapAttribution = [
  { text: 'Natural Earth', url: 'https://www.naturalearthdata.com/' },
  { text: 'GeoNames (CC BY 4.0)', url: 'https://www.geonames.org/' },
] as const;
