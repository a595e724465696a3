/** ODK Collect and KoboCollect: forms filled on Android phones, kept there without a network and sent when there is one. */
import { Injectable } from '@nestjs/common';
import type { GatewayField } from '@atesto/contract';
import {
  countryField,
  GatewayAdapters,
  type AdapterAddress,
  type GatewayAdapter,
  type OpenGateway,
  type Sent,
} from '../../gateways/index.js';
import { collectSettings } from './collect-settings.js';

@Injectable()
export class OdkAdapter implements GatewayAdapter {
  readonly kind = 'odk';
  readonly channel = 'odk' as const;
  readonly name = {
    en: 'Form in ODK Collect or KoboCollect',
    de: 'Formular in ODK Collect oder KoboCollect',
  };
  readonly about = {
    en: 'Field teams fill the form of this deployment in the app, without a network too; it is sent when there is one. In the app choose “Add project” and scan the code below, or enter the address as server without user name. Whoever has the address may report. Answers cannot be carried back into the app. Of more than 30 forms that one phone sends within ten minutes, the rest wait in quarantine until its sender is trusted.',
    de: 'Teams vor Ort füllen das Formular dieses Einsatzes in der App aus, auch ohne Netz; gesendet wird, sobald es eines gibt. Wählen Sie in der App „Projekt hinzufügen“ und scannen Sie den Code unten, oder tragen Sie die Adresse als Server ein, ohne Benutzernamen. Wer die Adresse hat, darf melden. Antworten lassen sich nicht in die App zurücksenden. Schickt ein Telefon mehr als 30 Formulare in zehn Minuten, warten die übrigen in Quarantäne, bis ihrem Absender vertraut wird.',
  };
  readonly fields: readonly GatewayField[] = [countryField];

  constructor(adapters: GatewayAdapters) {
    adapters.add(this);
  }

  addressesOf({ deployment }: OpenGateway, url: string): AdapterAddress[] {
    const label = { en: 'Server, or code to scan in the app', de: 'Server, oder Code zum Scannen in der App' };
    return [{ label, url, qr: collectSettings(url, deployment.name) }];
  }

  /** The app takes nothing but forms. */
  send(): Promise<Sent> {
    const detail =
      'ODK Collect takes no messages. The person can read this only on the page of the report, whose address the app showed after sending.';
    return Promise.resolve({ state: 'withheld', detail });
  }
}
