import { describe, expect, it } from '@jest/globals';
import { turnOffPush, type PushHere } from './browser-push.js';

const begun = (isFollowing: boolean) => {
  const done: string[] = [];
  const subscription = {
    endpoint: 'https://push.example/1',
    unsubscribe: () => Promise.resolve(done.push('unsubscribed') > 0),
  };
  const browser: PushHere = { subscription: () => Promise.resolve(subscription), isFollowing: () => isFollowing };
  const api = { removeNoticeDevice: (endpoint: string) => Promise.resolve(void done.push(`removed ${endpoint}`)) };
  const failing = { removeNoticeDevice: () => Promise.reject(new Error('no line')) };
  return { done, browser, api, failing };
};

describe('a browser that shall be told no longer', () => {
  it('is taken off every deployment, and gives up its subscription', async () => {
    const { done, browser, api } = begun(false);
    await turnOffPush([api, api], browser);
    expect(done).toEqual(['removed https://push.example/1', 'removed https://push.example/1', 'unsubscribed']);
  });

  it('keeps what tells of a report that is followed here', async () => {
    const { done, browser, api } = begun(true);
    await turnOffPush([api], browser);
    expect(done).toEqual(['removed https://push.example/1']);
  });

  it('gives it up where the server does not answer, too', async () => {
    const { done, browser, failing } = begun(false);
    await expect(turnOffPush([failing], browser)).rejects.toThrow('no line');
    expect(done).toEqual(['unsubscribed']);
  });

  it('has nothing to do where it never was told', async () => {
    const { done, api } = begun(false);
    await turnOffPush([api], { subscription: () => Promise.resolve(null), isFollowing: () => false });
    expect(done).toEqual([]);
  });
});
