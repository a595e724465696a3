import { describe, expect, it } from '@jest/globals';
import { filledForm, filledJson, filledUrl } from './fill-template.js';

const filling = {
  to: '+12025550101',
  number: '12025550101',
  text: 'Can you "cross" & wait?\n{key}',
  id: 'a-1',
  key: 'k/1',
};

describe('a request made of what a coordinator wrote', () => {
  it('escapes what stands in the address', () => {
    expect(filledUrl('https://sms.example.org/send?to={to}&text={text}&k={key}', filling)).toBe(
      'https://sms.example.org/send?to=%2B12025550101&text=Can%20you%20%22cross%22%20%26%20wait%3F%0A%7Bkey%7D&k=k%2F1',
    );
  });

  it('has one field a line, and never fills in what somebody wrote', () => {
    const form = filledForm('recipient = {number}\nbody={text}\n\nno field\nfixed=a=b', filling);
    expect(Object.fromEntries(form)).toEqual({ recipient: '12025550101', body: filling.text, fixed: 'a=b' });
  });

  it('may be JSON of any shape, or lines that become it', () => {
    expect(filledJson('{"messages":[{"to":["{to}"],"content":"{text}"}],"n":1,"x":null}', filling)).toEqual({
      messages: [{ to: ['+12025550101'], content: filling.text }],
      n: 1,
      x: null,
    });
    expect(filledJson('to={to}\nref={id}', filling)).toEqual({ to: '+12025550101', ref: 'a-1' });
  });
});
