/** Refuses writes that another site makes a signed-in browser send. Pure. */

export interface OriginFacts {
  secFetchSite: string | undefined;
  origin: string | undefined;
  host: string | undefined;
  publicUrl: string;
}

/** Programs other than browsers send neither header; they cannot be tricked by another site. */
export function isSameOrigin({ secFetchSite, origin, host, publicUrl }: OriginFacts): boolean {
  if (secFetchSite !== undefined) return secFetchSite === 'same-origin' || secFetchSite === 'none';
  if (origin === undefined) return true;
  if (!URL.canParse(origin)) return false;
  return origin === new URL(publicUrl).origin || new URL(origin).host === host;
}
