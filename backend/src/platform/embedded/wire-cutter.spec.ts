import { describe, expect, it } from '@jest/globals';
import { WireCutter } from './wire-cutter.js';

function message(type: string, body = ''): Buffer {
  const bytes = Buffer.alloc(5 + body.length);
  bytes.write(type, 0, 'latin1');
  bytes.writeInt32BE(4 + body.length, 1);
  bytes.write(body, 5, 'latin1');
  return bytes;
}

function startup(code = 196_608): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeInt32BE(8, 0);
  bytes.writeInt32BE(code, 4);
  return bytes;
}

function started(): WireCutter {
  const cutter = new WireCutter();
  cutter.push(startup());
  return cutter;
}

describe('cutting the wire', () => {
  it('answers a request for encryption before the start-up', () => {
    const cutter = new WireCutter();
    expect(cutter.push(Buffer.concat([startup(80_877_103), startup()]))).toEqual([
      { kind: 'encryption' },
      { kind: 'startup', bytes: startup() },
    ]);
  });

  it('keeps the messages of an extended query together up to their Sync', () => {
    const query = Buffer.concat([message('P', 'select 1'), message('B'), message('E'), message('S')]);
    expect(started().push(query)).toEqual([{ kind: 'batch', bytes: query }]);
  });

  it('waits for what arrives in pieces, byte by byte', () => {
    const cutter = started();
    const query = Buffer.concat([message('P', 'select 1'), message('S')]);
    const cuts = [...query].flatMap((byte) => cutter.push(Buffer.from([byte])));
    expect(cuts).toEqual([{ kind: 'batch', bytes: query }]);
  });

  it('cuts pipelined queries one by one', () => {
    const [one, two] = [message('Q', 'one'), message('Q', 'two')];
    expect(started().push(Buffer.concat([one, two]))).toEqual([
      { kind: 'batch', bytes: one },
      { kind: 'batch', bytes: two },
    ]);
  });

  it('sees the client leave', () => {
    expect(started().push(message('X'))).toEqual([{ kind: 'terminate' }]);
  });
});
