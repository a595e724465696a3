/** Addresses of map services that visitors' browsers call: what is refused of them, and which host a page must allow. Pure. */

const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** `{s}` stands for one of a few names in front, and nowhere else, so that a page can allow exactly those. */
const parse = (template: string): URL | null => {
  const whole = template.replace('{s}.', 'subdomain.').replace(/\{-?[a-z]\}/g, '0');
  try {
    return new URL(whole);
  } catch {
    return null;
  }
};

/** A page allows the host that is named, or all below what follows `{s}.`: neither may be more than one service's. */
function hostFault(url: string): string | null {
  const host = url.slice(url.indexOf('//') + 2).split(/[/?#]/)[0] ?? '';
  const named = host.replace(/^\{s\}\./, '');
  if (!/^https?:\/\/[^/]/i.test(url) || /[*{}%]/.test(named))
    return 'must name its host, with no placeholder but {s} in front';
  const labels = named.replace(/:\d*$/, '').replace(/\.$/, '').split('.');
  return named !== host && (labels.length < 2 || labels.includes(''))
    ? 'must name a host of two parts or more after {s}'
    : null;
}

/** What is wrong with it, null when nothing is. */
export function addressFault(url: string, kind: 'wms' | 'xyz'): string | null {
  const parsed = parse(url);
  if (parsed === null || /[\s"'<>;,\\]/.test(url)) return 'must be a web address';
  const isNear = loopback.test(parsed.hostname);
  if (parsed.protocol !== 'https:' && !(parsed.protocol === 'http:' && isNear)) return 'must begin with https://';
  if (parsed.username !== '' || parsed.password !== '' || url.includes('@')) {
    return 'must not hold a name or a password: every visitor would see them';
  }
  if (url.includes('#')) return 'must have no part after #';
  const ofHost = hostFault(url);
  if (ofHost !== null) return ofHost;
  if (kind === 'wms') return /[{}]/.test(url) ? 'must hold no placeholders' : null;
  const before = url.slice(url.indexOf('//') + 2);
  if (url.includes('{s}') && !before.startsWith('{s}.')) return '{s} must stand in front of the host';
  if (url.split('{s}').length > 2) return '{s} must stand there once';
  const left = url
    .replace('{s}', '')
    .replace('{z}', '')
    .replace('{x}', '')
    .replace(/\{-?y\}/, '');
  if (!/\{z\}/.test(url) || !/\{x\}/.test(url) || !/\{-?y\}/.test(url)) return 'must hold {z}, {x} and {y}';
  return /[{}]/.test(left) ? 'must hold no placeholders but {s}, {z}, {x} and {y}' : null;
}

/** The source that a content security policy has to name, `https://*.example.org` where `{s}` stands in front. */
export function sourceOf(url: string): string | null {
  const parsed = parse(url);
  if (parsed === null || hostFault(url) !== null) return null;
  const host = url.includes('{s}.') ? parsed.host.replace(/^subdomain\./, '*.') : parsed.host;
  return `${parsed.protocol}//${host}`;
}
