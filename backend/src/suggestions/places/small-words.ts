/**
 * The small words around names of places, folded, of English, German, French, Spanish, Arabic, Indonesian and Haitian
 * Creole together: a message rarely says which language it is in, and they seldom contradict one another.
 */
const setOf = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

export const articles = setOf(`the a an der die das dem den le la les l un une el los las lo al il gli o os as`);

/** What comes right before a place when it says where something is. */
export const placing = setOf(`in at inside within of im bei beim zu zum zur a au aux en dans de du des d sur chez vers
  di do da em no na al del nan lan kay depuis fi في ب من di pada kota desa area zone zona`);

export const nearing =
  setOf(`near nearby close around outside beside behind opposite nahe nah nahebei neben unweit pres proche
  cerca junto alrededor afueras dekat sekitar sebelah pre bo kote قرب بالقرب بجانب`);

/** What is meant is not the place itself, but a road to it, somebody from it, a way there. */
export const leading =
  setOf(`road route rue street avenue ave av boulevard blvd rd str strasse weg chemin ruelle impasse carretera calle
  camino avenida jalan jl jln wout wou shari شارع طريق highway nationale national rte bus from to toward towards via
  nach von aus vers hacia desde hasta ke dari sak soti ale إلى`);

/** Names of people and of things follow these. */
export const titles =
  setOf(`mr mrs ms miss dr prof pastor pasteur rev reverend father pere sister soeur brother frere madame
  monsieur mme mlle herr frau senor senora sr sra don dona president minister pak bapak ibu saint sainte hotel radio`);

export const between = setOf(`between zwischen entre antara ant بين`);
export const joining = setOf(`and und et y e dan ak و or ou oder o atau`);

/** Kinds of places: beside a name they make no other name of it. */
export const kinds =
  setOf(`city town village area zone zona quarter quartier commune comune municipality municipio district province
  region department departement county center centre downtown airport aeroport aeropuerto hospital hopital lopital
  clinic school ecole lekol escuela church eglise legliz iglesia market marche mache mercado camp stadium stade
  stadt dorf ort ortsteil viertel gemeinde flughafen schule kirche krankenhaus ciudad pueblo barrio vil ville bouk
  kota desa kelurahan kecamatan kabupaten pasar sekolah port wharf north south east west northern southern eastern
  western nord sud est ouest norte sur este oeste upper lower haut bas urgent help please now today still local
  مدينة مدينه قرية قريه حي منطقة منطقه`);

/** Ordinary words that are names of places somewhere, too. */
export const ordinary =
  setOf(`carrefour cabaret corail marmelade caracol plaisance dessalines borgne perches moron ferrier chantal
  anglais abricots centre center nord sud est ouest north south east west norte sur este oeste mobile nice reading
  bath police hope union paradise liberty victoria san santa saint sainte santo grande grand petit petite big little
  many most much help rock hill bay lake river spring springs summit junction mission male male dire data even same
  more less over split van pau bar bari lens tours brest orange nancy roman lucky salt deal sale well wells ware
  gap nome enter most barra cruz paz luz la los libertad esperanza victoria progreso concepcion trinidad florida
  sol mar playa puente mercado rosario carmen dolores mercedes natividad asuncion aguas agua jalan pasar kota kali
  banjir air baru lama besar kecil utara selatan timur barat tengah bandar pulau gunung hell bitche essen halle
  hamm singen baden wald berg burg feld markt kirche hof linden rot weil werder limbe ennery solitude maison place
  source sources fond fonds anse baie riviere ravine morne savane plaine trou pont port ville bourg eau dent
  delices milot bon nouveau nouvelle vieux belle rouge blanche noir salem bethel eden canaan zion jordan jerusalem
  nazareth galilee jordan paris washington lincoln jackson franklin madison clinton marion georgetown florence
  charlotte rose ruby lima martin jean marie pierre joseph paul thomas simon gaspard rodriguez garcia lopez`);

/** Degrees from north by the words for directions. */
const bearings: [words: string, degrees: number][] = [
  ['north nord norte utara n no nordlich northern شمال', 0],
  ['northeast nordost nordest noreste', 45],
  ['east ost ostlich est este timur e شرق', 90],
  ['southeast suedost sudost sudest sureste tenggara', 135],
  ['south sud sudlich sued sur selatan s sid جنوب', 180],
  ['southwest suedwest sudwest sudouest suroeste', 225],
  ['west westlich ouest oeste barat w lwes غرب', 270],
  ['northwest nordwest nordouest noroeste', 315],
];
export const bearingOf: ReadonlyMap<string, number> = new Map(
  bearings.flatMap(([words, degrees]) => words.split(' ').map((one): [string, number] => [one, degrees])),
);

/** Metres by the words for units. */
export const metresOf: ReadonlyMap<string, number> = new Map([
  ...['km', 'kms', 'kilometer', 'kilometers', 'kilometre', 'kilometres', 'kilometro', 'kilometros', 'كم'].map(
    (one): [string, number] => [one, 1000],
  ),
  ...['mi', 'mile', 'miles', 'millas'].map((one): [string, number] => [one, 1609]),
  ...['m', 'meter', 'meters', 'metre', 'metres', 'metro', 'metros'].map((one): [string, number] => [one, 1]),
]);
