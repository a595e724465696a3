/** Where an outgoing message is. Providers tell it late, twice and out of order; it never goes back. Pure. */
import type { Delivery } from '@atesto/contract';

const order: Record<Delivery, number> = { queued: 0, handed: 1, sent: 2, withheld: 3, failed: 3, delivered: 4 };

/** What is told after what is known; a message that was delivered after all has not failed. */
export function furtherDelivery(known: Delivery, told: Delivery): Delivery {
  return order[told] > order[known] ? told : known;
}

/** The states that a message may leave for this one. */
export function before(told: Delivery): Delivery[] {
  return (Object.keys(order) as Delivery[]).filter((known) => furtherDelivery(known, told) !== known);
}
