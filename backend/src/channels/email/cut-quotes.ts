/**
 * What somebody wrote themselves in an e-mail: without what they quoted and without their signature. Programs announce
 * quotations in many languages and mark them in different ways; whatever is not certainly one of them stays. Pure.
 */

const marks = /[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;
const quoted = /^\s*>/;

/** The line above a quotation: when somebody wrote. May be broken over up to three lines. */
const attributions = [
  /^On .{6,250}\bwrote\s?:$/i,
  /^(Am|Den) .{6,250}\bschrieb\b.{0,200}:$/i,
  /^.{2,150}\bschrieb am .{5,150}:$/i,
  /^Le .{6,250}\ba écrit\s?:$/i,
  /^El .{6,250}\bescribió\s?:$/i,
  /^Em .{6,250}\bescreveu\s?:$/i,
  /^Il .{6,250}\bha scritto\s?:$/i,
  /^Op .{6,250}\bschreef\b.{0,200}:$/i,
  /^Pada .{6,250}\bmenulis\s?:$/i,
  /^(في|بتاريخ|يوم) .{4,250}(كتبت?|تمت كتابة ما يلي بواسطة).{0,200}:$/,
  /^(كتبت?) .{4,250}(في|بتاريخ).{4,200}:$/,
];
const highestAttribution = 3;
const divider =
  /^[-_\s]*(Original Message|Ursprüngliche Nachricht|Message d['’]origine|Mensaje original|Mensagem original|Messaggio originale|الرسالة الأصلية)[-_\s]*$/i;
/** Names of the lines with which some programs begin a quotation: who, when, to whom, about what. */
const headings =
  /^\*?(From|Sent|To|Cc|Date|Subject|Von|Gesendet|An|Datum|Betreff|De|Envoyé|À|Objet|Enviado( el)?|Para|Fecha|Asunto|من|تاريخ الإرسال|إلى|الموضوع|التاريخ)\s?:\*?(\s|$)/i;
const fewestHeadings = 3;

const signature = /^--\s?$/;
/** More than that is kept of no mail. */
const longest = 100_000;
/** A longer rest was divided by two dashes, not signed. */
const longestSignature = 12;
/** What phones and programs put under a mail. */
const advertisement =
  /^(Sent from (my |Yahoo|Outlook|Mail|Proton)|Get Outlook for |Von meinem .{2,40} gesendet|Gesendet (von|mit) |Diese Nachricht wurde von meinem |Envoyé (de|depuis|à partir de) |Télécharger Outlook|Enviado (desde|do|con) (mi |meu |Outlook|Yahoo|Correo|Proton)|Obtener Outlook|أُ?رسلت? من |تم الإرسال من |Dikirim dari )/i;

/** `isReply` says that it answers another mail; others quote nothing that we know. */
export function cutQuotes(text: string, isReply: boolean): string {
  const lines = text.slice(0, longest).replace(/\r\n?/g, '\n').split('\n');
  const whole = tidy(lines);
  if (!isReply) return tidy(withoutSignature(lines)) || whole;
  return tidy(withoutSignature(withoutQuotations(lines)));
}

function withoutQuotations(lines: readonly string[]): string[] {
  const kept: string[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (quoted.test(line)) continue;
    const height = attributionAt(lines, at);
    if (height > 0) {
      const next = lines.slice(at + height).find((rest) => rest.trim() !== '');
      // Not marked line by line, so it is all the rest.
      if (next !== undefined && !quoted.test(next)) break;
      at += height - 1;
      continue;
    }
    if (divider.test(plain(line)) || beginsHeadings(lines, at)) break;
    kept.push(line);
  }
  // Some programs draw a line above what they quote.
  while (/^[_\s]*$/.test(kept.at(-1) ?? 'x')) kept.pop();
  return kept;
}

/** How many lines an attribution takes here, 0 where there is none. What stands above it in words of their own is none. */
function attributionAt(lines: readonly string[], at: number): number {
  for (let height = 1; height <= highestAttribution; height++) {
    const block = lines.slice(at, at + height).map(plain);
    if (block.length < height || block.at(-1) === '') return 0;
    if (!isAttribution(block)) continue;
    return block.some((_, from) => from > 0 && isAttribution(block.slice(from))) ? 0 : height;
  }
  return 0;
}

function isAttribution(block: readonly string[]): boolean {
  const joined = block.join(' ');
  return joined.length <= 500 && /\d/.test(joined) && attributions.some((pattern) => pattern.test(joined));
}

function beginsHeadings(lines: readonly string[], at: number): boolean {
  if (!headings.test(plain(lines[at] ?? ''))) return false;
  const block = lines.slice(at, at + 8).map(plain);
  return block.filter((line) => headings.test(line)).length >= fewestHeadings;
}

function withoutSignature(lines: readonly string[]): string[] {
  const end = lines.findLastIndex((line) => signature.test(line));
  const signed = end >= 0 && lines.length - end - 1 <= longestSignature ? lines.slice(0, end) : [...lines];
  for (;;) {
    const last = signed.findLastIndex((line) => line.trim() !== '');
    if (last < 0 || !advertisement.test(plain(signed[last] ?? ''))) return signed;
    signed.length = last;
  }
}

const plain = (line: string): string => line.replace(marks, '').replace(/\s+/g, ' ').trim();

function tidy(lines: readonly string[]): string {
  return lines
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
