import fc from 'fast-check';
import { CopyMessages, CopyPage } from './copy-messages.js';

function message(type: string, body: Buffer): Buffer {
  const head = Buffer.alloc(5);
  head.write(type, 'latin1');
  head.writeUInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}

const body = fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes));
/** Rows, and what a server says in between. */
const sent = fc.array(fc.record({ type: fc.constantFrom('d', 'd', 'd', 'N', 'S', 'A'), body }));

describe('the messages of a copy', () => {
  it('are kept when they carry rows, wherever they were cut, until the copy ends', () => {
    fc.assert(
      fc.property(sent, body, fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1 }), (messages, after, cuts) => {
        const end = Buffer.concat([message('c', Buffer.alloc(0)), message('C', after)]);
        const all = Buffer.concat([
          message('H', Buffer.from([1, 0, 0])),
          ...messages.map((one) => message(one.type, one.body)),
          end,
        ]);
        const page = new CopyPage();
        const copy = new CopyMessages(page);
        let at = 0;
        for (let index = 0; ; index++) {
          const until = at + (cuts[index % cuts.length] ?? 1);
          const rest = copy.take(all.subarray(at, until));
          at = until;
          if (rest === null) continue;
          expect(Buffer.concat([rest, all.subarray(at)])).toEqual(end);
          break;
        }
        const rows = messages.filter(({ type }) => type === 'd').map((one) => message('d', one.body));
        expect(page.rows).toEqual(Buffer.concat(rows));
      }),
    );
  });

  it('end with an error as well, which is handed on', () => {
    const copy = new CopyMessages(new CopyPage());
    const row = message('d', Buffer.from('row'));
    const fault = message('E', Buffer.from('SFATAL\0\0'));
    expect(copy.take(Buffer.concat([row, fault.subarray(0, 3)]))).toBeNull();
    expect(copy.take(fault.subarray(3))).toEqual(fault);
  });

  it('fill a page again and again, however large one was', () => {
    const page = new CopyPage();
    for (const length of [10, 300_000, 7, 0]) {
      page.clear();
      const row = message('d', Buffer.alloc(length, length % 256));
      new CopyMessages(page).take(row);
      expect(page.rows).toEqual(row);
    }
  });
});
