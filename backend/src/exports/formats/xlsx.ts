/**
 * XLSX (ECMA-376, strict in what it writes): one sheet, streamed. Words are written as words, so none can be a formula;
 * times are times. What goes beyond the rows that a sheet may have goes on in the next.
 */
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import { xmlText } from '../../platform/index.js';
import { cellOf, type Cell } from '../rows/cells.js';
import { usualColumns, type ChosenColumn, type ColumnKind } from '../rows/columns.js';
import { exerciseMark, type RowContext } from '../rows/row-context.js';
import type { ExportFormat, ExportSource } from './format.js';

const rowsOfSheet = 1_048_576;
/** Rows written in a few milliseconds. */
const breatheRows = 500;
/** A cell holds no more letters. */
const longestCell = 32_767;
const daysTo1970 = 25_569;
const dayMs = 86_400_000;
const pieceLength = 64 * 1024;

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Style 1 is a time, style 2 a heading. */
const styles = `${head}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts>
<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>
<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>
<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs></styleSheet>`;

/** In widths of a digit; a time that has no room is shown as `####`. */
const widths: Partial<Record<ColumnKind, number>> = { instant: 20, id: 38, text: 40, link: 60 };
const usualWidth = 14;

const sheetBegin = (chosen: readonly ChosenColumn[]): string => {
  const cols = chosen.map(
    ({ kind }, at) => `<col min="${at + 1}" max="${at + 1}" width="${widths[kind] ?? usualWidth}" customWidth="1"/>`,
  );
  return `${head}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>${cols.length === 0 ? '' : `<cols>${cols.join('')}</cols>`}<sheetData>`;
};
const sheetEnd = '</sheetData></worksheet>';

const columns = (): ChosenColumn[] => usualColumns.map((column) => ({ ...column, name: column.key }));

/** `A`, `B` … `Z`, `AA` …: readers of other makes put a cell without its place nowhere. */
export function columnLetters(index: number): string {
  const rest = String.fromCharCode(65 + (index % 26));
  return index < 26 ? rest : columnLetters(Math.floor(index / 26) - 1) + rest;
}

function wordCell(at: string, text: string, style = ''): string {
  return `<c r="${at}" t="inlineStr"${style}><is><t xml:space="preserve">${xmlText(text.slice(0, longestCell))}</t></is></c>`;
}

function cellXml(at: string, value: Cell, kind: ChosenColumn['kind']): string {
  if (value === null) return '';
  if (typeof value === 'number') return `<c r="${at}"><v>${value}</v></c>`;
  if (typeof value === 'boolean') return `<c r="${at}" t="b"><v>${value ? 1 : 0}</v></c>`;
  if (kind === 'instant') return `<c r="${at}" s="1"><v>${Date.parse(value) / dayMs + daysTo1970}</v></c>`;
  return wordCell(at, value);
}

const rowXml = (row: number, cells: readonly string[]): string => `<row r="${row}">${cells.join('')}</row>`;

function heading({ columns: chosen, isExercise }: RowContext): string {
  const names = [...chosen.map(({ name }) => name), ...(isExercise ? ['exercise'] : [])];
  return rowXml(
    1,
    names.map((name, index) => wordCell(`${columnLetters(index)}1`, name, ' s="2"')),
  );
}

const sheetNames = (name: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => (index === 0 ? name : `${name} ${index + 1}`));

function workbook(name: string, count: number): Record<string, string> {
  const names = sheetNames(name, count);
  const each = (make: (title: string, place: number) => string): string =>
    names.map((title, index) => make(title, index + 1)).join('');
  return {
    '[Content_Types].xml': `${head}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>${each((_, place) => `<Override PartName="/xl/worksheets/sheet${place}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`)}</Types>`,
    '_rels/.rels': `${head}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${head}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${each((title, place) => `<sheet name="${xmlText(title)}" sheetId="${place}" r:id="rId${place}"/>`)}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${head}<Relationships xmlns="${packaged}/relationships">${each((_, place) => `<Relationship Id="rId${place}" Type="${relations}/worksheet" Target="worksheets/sheet${place}.xml"/>`)}<Relationship Id="rId${names.length + 1}" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': styles,
  };
}

/** The rows, as XML, of all sheets; a sheet that is full ends with `null`. */
async function* rowTexts({ context, pages }: ExportSource): AsyncGenerator<string | null> {
  yield heading(context);
  const letters = [...context.columns, null].map((_, index) => columnLetters(index));
  const mark = (row: number): string => (context.isExercise ? wordCell(`${letters.at(-1)}${row}`, exerciseMark) : '');
  let row = 1;
  for await (const { rows } of pages) {
    while (rows.next()) {
      if (row === rowsOfSheet) {
        yield null;
        yield heading(context);
        row = 1;
      }
      row += 1;
      // A page is long, and there are others who wait.
      if (row % breatheRows === 0) await new Promise(setImmediate);
      const cells = context.columns.map((column, index) =>
        cellXml(`${letters[index]}${row}`, cellOf(column, rows, context), column.kind),
      );
      yield rowXml(row, [...cells, mark(row)]);
    }
  }
}

async function* write(source: ExportSource): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, bytes) => {
    if (error !== null) throw error;
    ready.push(bytes);
  });
  let sheets = 0;
  const openSheet = (): ZipDeflate => {
    sheets += 1;
    const sheet = new ZipDeflate(`xl/worksheets/sheet${sheets}.xml`, { level: 3 });
    zip.add(sheet);
    return sheet;
  };
  let sheet = openSheet();
  const begin = sheetBegin(source.context.columns);
  let text = begin;
  for await (const row of rowTexts(source)) {
    if (row === null) {
      sheet.push(Buffer.from(text + sheetEnd), true);
      sheet = openSheet();
      text = begin;
    } else text += row;
    if (text.length < pieceLength) continue;
    sheet.push(Buffer.from(text));
    text = '';
    yield* ready.splice(0);
  }
  sheet.push(Buffer.from(text + sheetEnd), true);
  for (const [name, content] of Object.entries(workbook('Incidents', sheets))) {
    const part = new ZipPassThrough(name);
    zip.add(part);
    part.push(Buffer.from(content), true);
  }
  zip.end();
  yield* ready.splice(0);
}

export const xlsx: ExportFormat = {
  type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ending: 'xlsx',
  columns,
  write,
};
