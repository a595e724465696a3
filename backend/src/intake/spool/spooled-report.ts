/** A report as it lies in the spool: JSON, with bytes in base64 and moments in ISO 8601. Its contact is sealed already. Pure. */
import type { KeptMedium } from '../../reports/index.js';
import type { IncomingReport } from '../intake.queries.js';
import type { ReportToStore } from '../store-reports.js';

const inBase64 = (bytes: Buffer | null): string | null => bytes?.toString('base64') ?? null;
const fromBase64 = (text: string | null): Buffer | null => (text === null ? null : Buffer.from(text, 'base64'));

export function writeSpooled({ report, media }: ReportToStore): Buffer {
  const { sealed, addressName } = report;
  const bytes = { sealed: inBase64(sealed), addressName: inBase64(addressName) };
  return Buffer.from(JSON.stringify({ report: { ...report, ...bytes }, media }));
}

export function readSpooled(record: Buffer): ReportToStore {
  const { report, media } = JSON.parse(record.toString()) as {
    report: Record<keyof IncomingReport, unknown>;
    media: KeptMedium[];
  };
  const observedAt = report.observedAt as string | null;
  return {
    report: {
      ...(report as IncomingReport),
      observedAt: observedAt === null ? null : new Date(observedAt),
      receivedAt: new Date(report.receivedAt as string),
      sealed: fromBase64(report.sealed as string | null),
      addressName: fromBase64(report.addressName as string | null),
    },
    media,
  };
}
