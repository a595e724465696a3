/** A link to another screen of the console: a click goes there, with a key held it opens as any link does. */
import type { ComponentChildren, JSX } from 'preact';
import { formatAddress } from '../address/address-text.js';
import type { Address } from '../address/address.js';
import { useConsole } from './console-context.js';

export const To = (props: { to: Address; class?: string; children: ComponentChildren }): JSX.Element => {
  const { context } = useConsole();
  return (
    <a
      class={props.class}
      href={formatAddress(props.to)}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        context.go(props.to);
      }}
    >
      {props.children}
    </a>
  );
};
