/** A form that the browser neither checks nor sends: Enter and the button do the same, and each fault is said beside its field. */
import type { ComponentChildren, JSX } from 'preact';

interface PlainFormProps {
  onSubmit: () => void;
  children: ComponentChildren;
}

export const PlainForm = ({ onSubmit, children }: PlainFormProps): JSX.Element => (
  <form
    class="form"
    noValidate
    onSubmit={(event) => {
      event.preventDefault();
      onSubmit();
    }}
  >
    {children}
  </form>
);
