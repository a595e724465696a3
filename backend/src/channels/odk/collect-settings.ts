/**
 * What a phone scans to be set up: the app's own settings, compressed. Pure.
 * Source: the app's public client-settings.schema.json, getodk/collect; KoboCollect reads the same.
 */
import { deflateSync } from 'node:zlib';

/** The app shows the name whole up to about here. */
const longestName = 50;

export function collectSettings(serverUrl: string, projectName: string): string {
  const settings = {
    general: {
      server_url: serverUrl,
      form_update_mode: 'match_exactly',
      // Once a quarter of an hour is the app's own choice; where each kilobyte is paid for, that is too often.
      periodic_form_updates_check: 'every_24_hours',
      autosend: 'wifi_and_cellular',
    },
    project: { name: projectName.slice(0, longestName).toWellFormed() },
    admin: {},
  };
  return deflateSync(JSON.stringify(settings)).toString('base64');
}
