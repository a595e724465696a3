/** The marks of severity: each a form of its own, so that they are told apart without colours. Hollow is resolved. */
import type { VNode } from 'preact';
import type { Severity } from '@atesto/contract';

const forms: Record<Severity, VNode> = {
  critical: <path d="M0-8.5 8.5 0 0 8.5-8.5 0Z" />,
  high: <path d="M0-8 8 6.4-8 6.4Z" />,
  normal: <circle r="6.6" />,
  low: <circle r="4.2" />,
};

export function Mark({ severity, isResolved }: { severity: Severity; isResolved: boolean }): VNode {
  return (
    <g class={`mark ${severity}${isResolved ? ' hollow' : ''}`}>
      {forms[severity]}
      {severity === 'critical' && !isResolved ? <path class="bang" d="M0-4.5V1M0 3.4V4.4" /> : null}
    </g>
  );
}

/** Beside words, which say the same. */
export function Glyph(props: { severity: Severity; isResolved?: boolean }): VNode {
  return (
    <svg class="glyph" viewBox="-10 -10 20 20" aria-hidden="true">
      <Mark severity={props.severity} isResolved={props.isResolved === true} />
    </svg>
  );
}
