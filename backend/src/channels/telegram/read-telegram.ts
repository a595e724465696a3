/**
 * What Telegram sends of a chat with the bot, as a message of ours. An edited text joins the report of the one that it
 * corrects, since a report's own text stays as it was; a position that moves on is no news. Pure.
 * Source: the Bot API's description of updates.
 */
import { listOf, positionOf, recordOf, textOf } from '../../gateways/index.js';
import type { InboundMessage } from '../../conversations/index.js';

export type TelegramUpdate =
  | { kind: 'message'; message: InboundMessage }
  | { kind: 'greet'; message: InboundMessage; chatId: number; language: string | undefined }
  | { kind: 'passed-over' };

type Fields = Record<string, unknown>;

const passedOver = { kind: 'passed-over' } as const;
const start = /^\/(start|help)(@\w+)?(\s|$)/;

/** Groups are passed over: what is sent there is no talk with us, and an answer would be read by all. */
export function readTelegram(update: Fields): TelegramUpdate {
  const isEdit = update['message'] === undefined;
  const said = recordOf(update[isEdit ? 'edited_message' : 'message']);
  const [from, chat] = [recordOf(said['from']), recordOf(said['chat'])];
  const [chatId, messageId] = [chat['id'], said['message_id']];
  if (typeof chatId !== 'number' || typeof messageId !== 'number' || chat['type'] !== 'private') return passedOver;
  if (from['is_bot'] === true) return passedOver;
  const name = `${chatId} ${messageId}`;
  const message: InboundMessage = {
    externalId: name,
    address: String(chatId),
    reporter: { handle: `tg:${chatId}`, name: nameOf(from) || undefined },
    language: textOf(from['language_code']) || undefined,
    sentAt: timeOf(said['date']),
    ...contentOf(said),
  };
  if (isEdit) return editOf(message, said);
  if (!start.test(message.text)) return { kind: 'message', message };
  // Who begins anew wants to be written to again.
  const begin = { ...message, text: 'START', isStopAnswered: true };
  return { kind: 'greet', message: begin, chatId, language: message.language };
}

function editOf(message: InboundMessage, said: Fields): TelegramUpdate {
  const { externalId: restOf, text } = message;
  if (text.trim() === '' || said['location'] !== undefined) return passedOver;
  const externalId = `${restOf} ${textOf(said['edit_date'])}`;
  return { kind: 'message', message: { ...message, externalId, restOf, media: [] } };
}

function contentOf(said: Fields): Pick<InboundMessage, 'text' | 'location' | 'place' | 'media'> {
  const venue = recordOf(said['venue']);
  const point = recordOf(venue['location'] ?? said['location']);
  const place = [textOf(venue['title']), textOf(venue['address'])].filter((part) => part !== '').join(', ');
  return {
    text: textOf(said['text']) || textOf(said['caption']) || place || contactOf(recordOf(said['contact'])),
    location: positionOf(point['latitude'], point['longitude'], point['horizontal_accuracy']),
    place: place || undefined,
    media: mediaOf(said),
  };
}

const nameOf = (person: Fields): string =>
  [textOf(person['first_name']), textOf(person['last_name'])].filter((part) => part !== '').join(' ');

const contactOf = (contact: Fields): string =>
  [nameOf(contact), textOf(contact['phone_number'])].filter((part) => part !== '').join(' ');

/** Ids of files: of a photo the largest size; documents are sent where the photo shall keep its details. */
function mediaOf(said: Fields): string[] {
  const pixels = (size: Fields): number => Number(size['width']) * Number(size['height']);
  const [photo] = listOf(said['photo']).toSorted((one, other) => pixels(other) - pixels(one));
  const document = recordOf(said['document']);
  const isImage = textOf(document['mime_type']).startsWith('image/');
  const others = ['voice', 'audio', 'video', 'video_note'].map((kind) => recordOf(said[kind]));
  return [photo ?? {}, isImage ? document : {}, ...others]
    .map((file) => textOf(file['file_id']))
    .filter((id) => id !== '');
}

/** Seconds since 1970. */
function timeOf(value: unknown): Date | undefined {
  return typeof value === 'number' && value > 0 && value < 4e9 ? new Date(value * 1_000) : undefined;
}
