/** The addresses that are handed out: on posters, in codes, in other sites. Always those that PUBLIC_URL says. */
import type { HandoutView } from '@atesto/contract';

export function handoutOf(publicUrl: string, slug: string): HandoutView {
  return {
    report: `${publicUrl}/report/${slug}`,
    map: `${publicUrl}/map/${slug}`,
    short: `${publicUrl.replace(/^https?:\/\//, '')}/r/${slug}`,
  };
}
