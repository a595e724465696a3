/** What can go wrong with evidence. */
import { Problem } from '../../platform/index.js';

export const notYourOwn = (): Problem =>
  new Problem(
    409,
    'own-incident',
    'Another person must confirm this',
    'Who opened an incident or verified one of its reports cannot confirm it as the second person.',
  );

export const secondedAlready = (): Problem =>
  new Problem(409, 'seconded-already', 'Confirmed already', 'You have confirmed this incident as second person.');
