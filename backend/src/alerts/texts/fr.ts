/** The words of alerts in this language: fr. */
import type { AlertTexts } from './en.js';

export const fr: AlertTexts = {
  news: { public: 'Nouveau', high: 'Désormais grave', critical: 'Désormais critique', resolved: 'Terminé' },
  severities: { low: 'mineur', normal: 'normal', high: 'grave', critical: 'critique' },
  comma: ', ',
  noCategory: 'sans catégorie',
  many: '{count} incidents',
  more: 'et {count} autres',
  why: 'Vous recevez ce message parce que vous l’avez demandé à cette adresse.',
  stop: 'Arrêter',
  fromResponders: 'Envoyé par les secours. Tous leurs messages :',
  question: '{deployment} : veuillez confirmer vos alertes',
  asked: 'Quelqu’un, vous peut-être, a demandé à recevoir à cette adresse les alertes de {deployment} :',
  press: 'Pour les recevoir, ouvrez cette page et appuyez sur le bouton :',
  ignore: 'Si vous n’avez rien demandé, ne faites rien : votre adresse sera effacée dans les 48 heures.',
  code: '{deployment} : votre code pour les alertes est {code}. Si vous n’avez rien demandé, ne faites rien.',
  around: 'Dans un rayon de {distance} autour de {place}',
  everywhere: 'Tout {deployment}',
  drawn: 'La zone que vous avez dessinée',
  allCategories: 'Toutes les catégories',
  atLeast: 'Au moins : {severity}',
  feed: '{deployment} : alertes',
};
