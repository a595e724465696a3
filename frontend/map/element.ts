/** Makes elements with properties and children. Children that are strings become text, never markup. */
type Child = Node | string | null;
type Property = string | number | boolean | undefined | ((event: Event) => void);

export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Record<string, Property> = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined) continue;
    if (name.startsWith('aria-') || name === 'role' || name === 'for') made.setAttribute(name, `${value as string}`);
    else Object.assign(made, { [name]: value });
  }
  made.append(...children.filter((child): child is Node | string => child !== null));
  return made;
}
