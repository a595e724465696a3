/** The characters of a feed, in the encoding that it names. Pure. Source: RFC 7303; what the transport says comes first. */

const declared = /^<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})["']/;

export function feedText(bytes: Buffer, contentType: string): string {
  const [, named] = /charset\s*=\s*"?([\w.:-]{1,40})/i.exec(contentType) ?? [];
  const [, inside] = declared.exec(bytes.subarray(0, 300).toString('latin1').trimStart()) ?? [];
  return decoderOf(named ?? inside ?? 'utf-8').decode(bytes);
}

function decoderOf(encoding: string): TextDecoder {
  try {
    return new TextDecoder(encoding);
  } catch {
    return new TextDecoder();
  }
}
