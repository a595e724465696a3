/** The organisations to choose from. */
import type { OrganisationView } from '@atesto/contract';
import { useEffect, useState } from 'preact/hooks';
import { useConsole } from '../pieces/console-context.js';

export const useOrganisations = (): readonly OrganisationView[] => {
  const { api } = useConsole().context;
  const [found, setFound] = useState<readonly OrganisationView[]>([]);
  useEffect(() => {
    // Without the list whoever chooses can go on all the same, with none of them.
    api.organisations().then(setFound, () => undefined);
  }, []);
  return found;
};
