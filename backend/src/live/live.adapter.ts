/**
 * Socket.io on the server's own port. The gateway ends the sockets and the server closes the port: if this closed it
 * too, it would wait for every busy connection before the server has begun to turn requests away.
 */
import type { INestApplicationContext } from '@nestjs/common';
import { IoAdapter } from '@nestjs/platform-socket.io';
import type { Server, ServerOptions } from 'socket.io';

export class LiveAdapter extends IoAdapter {
  constructor(
    app: INestApplicationContext,
    /** Elsewhere a proxy sends the sockets to other processes; what comes here all the same is turned away. */
    private readonly isHere: boolean,
  ) {
    super(app);
  }

  override createIOServer(port: number, options?: ServerOptions): Server {
    const refuse: ServerOptions['allowRequest'] = (_, answer) => answer('no sockets here', false);
    const chosen = this.isHere ? options : ({ ...options, allowRequest: refuse } as ServerOptions);
    return super.createIOServer(port, chosen);
  }

  override close(): Promise<void> {
    return Promise.resolve();
  }
}
