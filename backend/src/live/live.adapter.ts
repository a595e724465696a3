/**
 * Socket.io on the server's own port. The gateway ends the sockets and the server closes the port: if this closed it
 * too, it would wait for every busy connection before the server has begun to turn requests away.
 */
import { IoAdapter } from '@nestjs/platform-socket.io';

export class LiveAdapter extends IoAdapter {
  override close(): Promise<void> {
    return Promise.resolve();
  }
}
