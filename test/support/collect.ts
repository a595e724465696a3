/** ODK Collect for tests: its engine that fills forms, and its requests with the headers and parts that it sends. */
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Answer, TestServer } from './test-server.js';

export interface Part {
  field: string;
  /** None for a plain field. */
  fileName?: string;
  type?: string;
  base64: string;
}

export interface Filled {
  status: string;
  violations: unknown[] | null;
  /** By language, as the app names it: the questions, and the choices as value and label. */
  shown: Record<string, { labels: string[]; choices: [string, string][] }>;
  parts: Part[];
}

export function fillForm(input: {
  form: string;
  values: Record<string, unknown>;
  pictures: Record<string, { name: string; base64: string }>;
}): Promise<Filled> {
  const script = join(import.meta.dirname, 'collect-client.mjs');
  return new Promise((resolve, reject) => {
    const child = execFile(process.execPath, [script], { maxBuffer: 2 ** 26 }, (error, stdout, stderr) => {
      if (error === null) resolve(JSON.parse(stdout) as Filled);
      else reject(new Error(stderr));
    });
    child.stdin?.end(JSON.stringify(input));
  });
}

export const xmlPart = (xml: string): Part => ({
  field: 'xml_submission_file',
  fileName: 'Report_2026-02-03_04-05-06.xml',
  type: 'text/xml',
  base64: Buffer.from(xml).toString('base64'),
});

export const picturePart = (name: string, bytes: Buffer): Part => ({
  field: name,
  fileName: name,
  type: 'image/jpeg',
  base64: bytes.toString('base64'),
});

/** Says that more of the same form follows in another request. */
export const isIncomplete: Part = { field: '*isIncomplete*', base64: Buffer.from('yes').toString('base64') };

/** The bytes of a request as the app's HTTP client writes them, and its headers. */
export function submission(parts: readonly Part[]): { body: Buffer; headers: Record<string, string> } {
  const boundary = randomUUID();
  const pieces = parts.flatMap(({ field, fileName, type, base64 }) => {
    const file = fileName === undefined ? '' : `; filename="${fileName}"`;
    const typeLine = type === undefined ? '' : `Content-Type: ${type}\r\n`;
    const bytes = Buffer.from(base64, 'base64');
    const head = `--${boundary}\r\nContent-Disposition: form-data; name="${field}"${file}\r\n${typeLine}Content-Length: ${bytes.length}\r\n\r\n`;
    return [Buffer.from(head), bytes, Buffer.from('\r\n')];
  });
  return {
    body: Buffer.concat([...pieces, Buffer.from(`--${boundary}--\r\n`)]),
    headers: {
      'content-type': `multipart/form-data; boundary=${boundary}`,
      'user-agent': 'org.odk.collect.android/v2026.1.0 Dalvik/2.1.0 (Linux; U; Android 14)',
      'x-openrosa-version': '1.0',
      'accept-encoding': 'gzip',
    },
  };
}

/** Sends a form as a phone does. */
export async function submit(
  server: TestServer,
  path: string,
  parts: readonly Part[],
  deviceId = 'collect:made-up-phone',
): Promise<Answer<string>> {
  const { body, headers } = submission(parts);
  const url = `${server.url}${path}/submission?deviceID=${encodeURIComponent(deviceId)}`;
  const response = await fetch(url, { method: 'POST', body: new Uint8Array(body), headers });
  return { status: response.status, body: await response.text(), headers: response.headers };
}
