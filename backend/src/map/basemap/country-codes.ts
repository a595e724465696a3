/** Two-letter codes of countries by their Natural Earth names, so that a page can name them in the reader's language. */
const shortened: Record<string, string> = {
  'Antigua and Barb.': 'AG',
  'Bosnia and Herz.': 'BA',
  'Cabo Verde': 'CV',
  'Central African Rep.': 'CF',
  Congo: 'CG',
  "Côte d'Ivoire": 'CI',
  'Dem. Rep. Congo': 'CD',
  'Dominican Rep.': 'DO',
  'Eq. Guinea': 'GQ',
  'Falkland Is.': 'FK',
  Macedonia: 'MK',
  'Marshall Is.': 'MH',
  Myanmar: 'MM',
  Palestine: 'PS',
  'S. Sudan': 'SS',
  'Saint Lucia': 'LC',
  'Solomon Is.': 'SB',
  'St. Kitts and Nevis': 'KN',
  'St. Vin. and Gren.': 'VC',
  'São Tomé and Principe': 'ST',
  'Trinidad and Tobago': 'TT',
  Turkey: 'TR',
  'United States of America': 'US',
  Vatican: 'VA',
  'W. Sahara': 'EH',
};

/** Asks the runtime for the English name of every possible code once, and turns the answers round. */
export function countryCodes(): (name: string) => string | null {
  const english = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  const known = new Map(codes.map((code) => [english.of(code)?.toLowerCase(), code]));
  return (name) => shortened[name] ?? known.get(name.toLowerCase()) ?? null;
}
