/** On the page of the API a box that shows only the calls with some words. The page is whole without it. */
const box = document.querySelector<HTMLElement>('#filter');
const field = document.querySelector<HTMLInputElement>('#filter-words');

if (box !== null && field !== null) {
  const calls = [...document.querySelectorAll<HTMLElement>('.call')].map((call) => ({
    call,
    words: `${call.querySelector('h3')?.textContent ?? ''} ${call.querySelector('p')?.textContent ?? ''}`.toLowerCase(),
  }));
  const tags = document.querySelectorAll<HTMLElement>('.tag');
  field.addEventListener('input', () => {
    const wanted = field.value.toLowerCase().split(/\s+/).filter(Boolean);
    for (const { call, words } of calls) call.hidden = !wanted.every((word) => words.includes(word));
    for (const tag of tags) tag.hidden = tag.querySelector('.call:not([hidden])') === null;
  });
  box.hidden = false;
}
