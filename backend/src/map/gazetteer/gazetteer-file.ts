/**
 * The gazetteer as one file: columns of numbers and two blocks of names, ready to be searched without being unpacked.
 * A place's number is its rank by population. Numbers are little-endian.
 */

export interface GazetteerColumns {
  /** Hundred-thousandths of a degree. */
  lat: Int32Array;
  lon: Int32Array;
  population: Uint32Array;
  /** Two letters, the first in the higher byte. */
  country: Uint16Array;
  /** Which of the regions' names; 0 for none. */
  region: Uint16Array;
  /** Where each name ends in its block. */
  nameEnds: Uint32Array;
  foldedEnds: Uint32Array;
  /** Every beginning of a word, ordered by the folded text from there: the place, and the byte within the block. */
  wordPlaces: Uint32Array;
  wordStarts: Uint32Array;
}

export interface GazetteerData extends GazetteerColumns {
  names: Buffer;
  folded: Buffer;
  regions: string[];
}

const magic = 'ATGZ0001';
const columns = {
  lat: Int32Array,
  lon: Int32Array,
  population: Uint32Array,
  country: Uint16Array,
  region: Uint16Array,
  nameEnds: Uint32Array,
  foldedEnds: Uint32Array,
  wordPlaces: Uint32Array,
  wordStarts: Uint32Array,
} as const;

type Column = keyof typeof columns;
const columnNames = Object.keys(columns) as Column[];

const padded = (bytes: Buffer): Buffer => Buffer.concat([bytes, Buffer.alloc((8 - (bytes.length % 8)) % 8)]);
const bytesOf = (array: ArrayBufferView): Buffer => Buffer.from(array.buffer, array.byteOffset, array.byteLength);

export function writeGazetteer(data: GazetteerData): Buffer {
  const regions = Buffer.from(JSON.stringify(data.regions));
  const sections = [...columnNames.map((name) => bytesOf(data[name])), data.names, data.folded, regions];
  const sizes = new Uint32Array([...sections.map((section) => section.length), 0]);
  return Buffer.concat([Buffer.from(magic), padded(bytesOf(sizes)), ...sections.map(padded)]);
}

/** @throws Error when it is no gazetteer of this version */
export function readGazetteer(file: Buffer): GazetteerData {
  if (file.toString('latin1', 0, magic.length) !== magic) throw new Error('This is no gazetteer.');
  // Typed arrays need an aligned start, which a buffer of the pool need not have.
  const bytes = file.byteOffset % 8 === 0 ? file : Buffer.from(new Uint8Array(file));
  const sectionCount = columnNames.length + 3;
  let at = magic.length + Math.ceil(((sectionCount + 1) * 4) / 8) * 8;
  const sections = Array.from({ length: sectionCount }, (_, index) => {
    const size = bytes.readUInt32LE(magic.length + index * 4);
    const section = bytes.subarray(at, at + size);
    if (section.length !== size) throw new Error('The gazetteer is cut off.');
    at += Math.ceil(size / 8) * 8;
    return section;
  });
  const arrays = columnNames.map((name, index) => {
    const { buffer, byteOffset, byteLength } = sections[index]!;
    const type = columns[name];
    return [name, new type(buffer as ArrayBuffer, byteOffset, byteLength / type.BYTES_PER_ELEMENT)];
  });
  const [names, folded, regions] = sections.slice(columnNames.length) as [Buffer, Buffer, Buffer];
  return {
    ...(Object.fromEntries(arrays) as GazetteerColumns),
    names,
    folded,
    regions: JSON.parse(regions.toString()) as string[],
  };
}
