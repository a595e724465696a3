export interface TelegramTexts {
  /** `map` is the name of the deployment. */
  greeting: (map: string) => string;
  emergency: (number: string) => string;
  sendPosition: string;
}

export const en: TelegramTexts = {
  greeting: (map) =>
    `This is ${map}. Write what happened and where, and send photos or your position if you can. Every message reaches people who help.`,
  emergency: (number) => `If somebody is in danger, call ${number}.`,
  sendPosition: 'Send my position',
};
