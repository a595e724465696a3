/** The envelopes of OpenRosa: the list of forms, what belongs to a form, and what is said about a submission. Pure. */
import { xmlText } from '../../platform/index.js';
import type { Form } from './make-form.js';

/** Bytes of one request that the app should stay below; it sends what is more in several, which a bad network likes. */
export const acceptedBytes = 10_000_000;

export const openRosaHeaders = {
  'x-openrosa-version': '1.0',
  'x-openrosa-accept-content-length': String(acceptedBytes),
};

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** Forms without media name no manifest: the app would ask for it at every look. */
export function formList(forms: readonly Form[], formsUrl: string, isVerbose: boolean): string {
  const items = forms.map(({ id, name, version, hash }) => {
    const url = `${formsUrl}/${encodeURIComponent(id)}.xml`;
    const description = isVerbose ? `<descriptionText>${xmlText(name)}</descriptionText>` : '';
    return (
      `<xform><formID>${xmlText(id)}</formID><name>${xmlText(name)}</name><version>${version}</version>` +
      `<hash>${hash}</hash>${description}<downloadUrl>${xmlText(url)}</downloadUrl></xform>`
    );
  });
  return `${declaration}<xforms xmlns="http://openrosa.org/xforms/xformsList">${items.join('')}</xforms>`;
}

export const emptyManifest = `${declaration}<manifest xmlns="http://openrosa.org/xforms/xformsManifest"></manifest>`;

/** People see the message in the app. */
export const response = (nature: 'submit_success' | 'error', message: string): string =>
  `${declaration}<OpenRosaResponse xmlns="http://openrosa.org/http/response"><message nature="${nature}">${xmlText(message)}</message></OpenRosaResponse>`;
