/** The look of these pages: one column, system fonts, day and night by what the browser says, no script. */
export const stylePath = '/ogc/pages.css';

export const style = `:root {
  color-scheme: light dark;
  --page: #eef1f4; --surface: #fff; --line: #d5dbe2; --ink: #17202b; --ink-2: #45515f; --link: #17559f;
}
@media (prefers-color-scheme: dark) {
  :root { --page: #0e1319; --surface: #161d25; --line: #303b48; --ink: #e8edf2; --ink-2: #b3bfcc; --link: #9cc6f9; }
}
* { box-sizing: border-box; }
body {
  margin: 0; background: var(--page); color: var(--ink);
  font: 1rem/1.5 system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif;
}
main { max-width: 60rem; margin-inline: auto; padding: 1.25rem 1rem 3rem; background: var(--surface); min-height: 100vh; }
nav { display: flex; flex-wrap: wrap; column-gap: 1rem; margin-bottom: 1rem; }
nav a { padding-block: 0.5rem; }
nav.next { margin-top: 1.5rem; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 0.5rem; overflow-wrap: anywhere; }
h2 { font-size: 1.125rem; margin: 1.75rem 0 0.5rem; }
p { margin: 0 0 0.75rem; }
.meta { color: var(--ink-2); }
a { color: var(--link); }
a:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
ul { margin: 0; padding-inline-start: 1.25rem; }
ul.plain { list-style: none; padding: 0; }
li { padding-block: 0.25rem; overflow-wrap: anywhere; }
ul.plain li { padding-block: 0.75rem; border-top: 1px solid var(--line); }
dl { display: grid; grid-template-columns: minmax(8rem, max-content) 1fr; gap: 0.375rem 1.5rem; margin: 0; }
dt { color: var(--ink-2); }
dd { margin: 0; overflow-wrap: anywhere; white-space: pre-wrap; }
code { font: 0.9375em ui-monospace, 'SF Mono', 'DejaVu Sans Mono', monospace; overflow-wrap: anywhere; }
@media (max-width: 30rem) {
  dl { grid-template-columns: 1fr; gap: 0; }
  dd { margin-bottom: 0.625rem; }
}
`;
