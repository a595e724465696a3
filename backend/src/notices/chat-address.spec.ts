import { describe, expect, it } from '@jest/globals';
import { isChatAddress } from './chat-address.js';

describe('the address of a chat', () => {
  it.each(['https://chat.example.org/hooks/1', 'http://chat.internal:8065/hooks/1', 'https://chat.internal:8065/'])(
    'is %s',
    (url) => expect(isChatAddress(url, ['chat.internal:8065'])).toBe(true),
  );

  it.each([
    'http://chat.example.org/hooks/1',
    'https://chat.internal/hooks/1',
    'https://localhost/hooks/1',
    'https://10.0.0.5/hooks/1',
    'https://[::1]/hooks/1',
    'https://me:secret@chat.example.org/',
    'file:///etc/passwd',
    null,
  ])('is not %s', (url) => expect(isChatAddress(url, ['chat.internal:8065'])).toBe(false));
});
