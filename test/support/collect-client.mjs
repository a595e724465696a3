/**
 * Plays ODK Collect with ODK's own form engine, in a process of its own because the engine wants a browser's globals:
 * reads `{ form, values, pictures }` from its input, fills the form, and writes what the app would send, and what it
 * showed, to its output.
 */
import { text } from 'node:stream/consumers';
import { JSDOM } from 'jsdom';

const { form, values, pictures } = JSON.parse(await text(process.stdin));
const { window } = new JSDOM('<!doctype html>');
for (const name of ['DOMParser', 'XMLSerializer', 'document', 'Node', 'Element', 'Attr', 'Text', 'XMLDocument', 'File'])
  globalThis[name] ??= window[name];
// Its parser of expressions was made for CommonJS.
globalThis.__dirname = import.meta.dirname;
const { createInstance } = await import('@getodk/xforms-engine');

const { root } = await createInstance(form);
const questions = () => root.currentState.children.filter(({ nodeType }) => nodeType !== 'group');
const named = (name) => questions().find(({ currentState }) => currentState.reference === `/data/${name}`);

const shown = Object.fromEntries(
  root.languages.map((language) => {
    root.setLanguage(language);
    const labels = questions().map(({ currentState }) => currentState.label?.asString ?? '');
    const choices = questions().flatMap(({ currentState }) =>
      (currentState.valueOptions ?? []).map(({ value, label }) => [value, label.asString]),
    );
    return [language.language, { labels, choices }];
  }),
);

for (const [name, value] of Object.entries(values)) {
  const question = named(name);
  if (question.nodeType === 'select') question.selectValue(value);
  else question.setValue(value);
}
for (const [name, file] of Object.entries(pictures))
  named(name).setValue(new File([Buffer.from(file.base64, 'base64')], file.name, { type: 'image/png' }));

const { status, violations, data } = await root.prepareInstancePayload();
const parts = [...data[0].entries()].map(async ([field, file]) => {
  const base64 = Buffer.from(await file.arrayBuffer()).toString('base64');
  return { field, fileName: file.name, type: file.type, base64 };
});
process.stdout.write(JSON.stringify({ status, violations, shown, parts: await Promise.all(parts) }));
