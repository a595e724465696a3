/** What a client on a slow line has not taken yet: what waits for its transport, and what waits for the network. Pure. */

/** The few parts of an engine.io connection that say so; its types do not name them. */
interface Connection {
  writeBuffer?: readonly { data?: unknown }[];
  transport?: { socket?: { bufferedAmount?: number } };
}

/** Characters count as bytes: a measure, no account. */
export function unreadBytes(connection: object): number {
  const { writeBuffer = [], transport } = connection as Connection;
  const waiting = writeBuffer.reduce((sum, { data }) => sum + (typeof data === 'string' ? data.length : 0), 0);
  return waiting + (transport?.socket?.bufferedAmount ?? 0);
}
