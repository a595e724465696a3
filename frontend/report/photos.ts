/** Photos before they are kept on the phone: made smaller, shown, taken away again. Loaded with the second step. */
import { byId, make } from './elements.js';
import { makeUuid } from '../shared/uuid.js';
import { filled, type ScriptWords } from './words.js';

export interface ChosenPhoto {
  id: string;
  name: string;
  photo: Blob;
}

const longestSidePixels = 1600;
const mostPhotos = 8;
const quality = 0.8;

/** Types that the server reads as they are, should this phone be unable to make them smaller. */
const sendable = /^image\/(jpeg|png|webp|avif|gif|tiff)$/;

async function decoded(file: Blob): Promise<ImageBitmap | HTMLImageElement> {
  if ('createImageBitmap' in window) {
    try {
      return await createImageBitmap(file, { imageOrientation: 'from-image' });
    } catch {
      // Some kinds only an image element can read.
    }
  }
  const image = new Image();
  image.src = URL.createObjectURL(file);
  try {
    await image.decode();
    return image;
  } finally {
    URL.revokeObjectURL(image.src);
  }
}

/** Longest side 1600 px, as JPEG; hidden data stays behind. @throws when it is no picture */
async function smaller(file: Blob): Promise<Blob> {
  const image = await decoded(file);
  const { width, height } =
    image instanceof HTMLImageElement ? { width: image.naturalWidth, height: image.naturalHeight } : image;
  const scale = Math.min(1, longestSidePixels / Math.max(width, height));
  const canvas = make('canvas', { width: Math.round(width * scale), height: Math.round(height * scale) });
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no canvas');
  // Where a picture is see-through, JPEG would be black.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob === null ? reject(new Error('the picture is too large')) : resolve(blob)),
      'image/jpeg',
      quality,
    );
  });
}

async function prepared(file: File): Promise<Blob | null> {
  try {
    return await smaller(file);
  } catch {
    // A phone without enough memory for its own camera's pictures sends them as they are.
    const isPicture = await looksLikePicture(file).catch(() => false);
    return sendable.test(file.type) && isPicture ? file : null;
  }
}

/** The first bytes of JPEG, PNG, GIF, TIFF, and of the families of WebP and AVIF. */
async function looksLikePicture(file: Blob): Promise<boolean> {
  const start = String.fromCharCode(...new Uint8Array(await file.slice(0, 12).arrayBuffer()));
  return /^(\xff\xd8\xff|\x89PNG|GIF8|II\*\0|MM\0\*|RIFF....WEBP|....ftyp)/s.test(start);
}

export interface PhotoChoice {
  chosen(): ChosenPhoto[];
  clear(): void;
  /** Takes what the input holds and empties it. Resolves when all that was chosen before is taken too. */
  take(): Promise<void>;
  add(photo: ChosenPhoto): void;
  /** Puts them into the input again, for a form that goes the plain way. */
  putBack(): void;
}

export function choosePhotos(
  input: HTMLInputElement,
  words: ScriptWords,
  onOriginal: (file: File) => void,
): PhotoChoice {
  const list = byId('photos');
  const state = byId('photos-state');
  let photos: ChosenPhoto[] = [];
  const say = (text: string): void => {
    if (state !== null) state.textContent = text;
  };

  let work = Promise.resolve();

  const take = async (): Promise<void> => {
    const files = [...(input.files ?? [])];
    // Emptied, so that the next choice adds to this one.
    input.value = '';
    if (files.length === 0) return;
    say(words.preparing);
    let complaint = files.length > mostPhotos - photos.length ? words.tooManyPhotos : '';
    for (const file of files.slice(0, mostPhotos - photos.length)) {
      const photo = await prepared(file);
      if (photo === null) complaint = filled(words.notPhoto, { name: file.name });
      else {
        photos = [...photos, { id: makeUuid(), name: file.name, photo }];
        onOriginal(file);
      }
    }
    draw();
    say(complaint);
  };

  const draw = (): void => {
    for (const image of list?.querySelectorAll('img') ?? []) URL.revokeObjectURL(image.src);
    list?.replaceChildren(
      ...photos.map(({ id, name, photo }, index) => {
        const label = filled(words.removePhoto, { number: index + 1 });
        const remove = make('button', { type: 'button', textContent: '×', ariaLabel: label, title: label });
        remove.addEventListener('click', () => {
          photos = photos.filter((other) => other.id !== id);
          draw();
          input.focus();
        });
        return make('li', {}, make('img', { src: URL.createObjectURL(photo), alt: name }), remove);
      }),
    );
  };

  return {
    chosen: () => photos,
    clear() {
      photos = [];
      draw();
      say('');
    },
    // One after the other: whoever sends waits for what was chosen before.
    take: () => (work = work.catch(() => undefined).then(take)),
    add(photo) {
      photos = [...photos, photo];
      draw();
    },
    putBack() {
      const bag = new DataTransfer();
      for (const { photo, name } of photos) bag.items.add(new File([photo], name, { type: photo.type }));
      input.files = bag.files;
    },
  };
}
