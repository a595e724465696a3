/**
 * The baselines of the live feed: a server that does nothing but send messages of the same size to rooms of the same
 * number of clients, by socket.io or by `ws` alone. Run as `bare-sockets.js KIND PORT PER_SECOND BYTES`.
 */
import { createServer } from 'node:http';
import { Server } from 'socket.io';
import { WebSocketServer, type WebSocket } from 'ws';

const [kind = '', port = '0', perSecond = '200', bytes = '600'] = process.argv.slice(2);
const rooms = 64;
const tickMs = 100;
const http = createServer();
const filler = 'x'.repeat(Math.max(0, Number(bytes) - 20));

function bySocketIo(): (room: number, items: string[]) => void {
  const io = new Server(http, { transports: ['websocket'], perMessageDeflate: false, serveClient: false });
  io.on('connection', (socket) => {
    socket.on('join', (room: number, joined?: () => void) => {
      void socket.join(String(room));
      joined?.();
    });
  });
  return (room, items) => void io.to(String(room)).emit('changes', { items });
}

function byWs(): (room: number, items: string[]) => void {
  const members = Array.from({ length: rooms }, () => new Set<WebSocket>());
  new WebSocketServer({ server: http, perMessageDeflate: false }).on('connection', (socket, request) => {
    members[Number(new URL(request.url ?? '', 'http://x').searchParams.get('room'))]?.add(socket);
  });
  return (room, items) => {
    const text = JSON.stringify(['changes', { items }]);
    for (const socket of members[room] ?? []) socket.send(text);
  };
}

const send = kind === 'socketio' ? bySocketIo() : byWs();
setInterval(() => {
  const frames = new Map<number, string[]>();
  for (let count = 0; count < (Number(perSecond) * tickMs) / 1000; count++) {
    const room = Math.floor(Math.random() * rooms);
    frames.set(room, [...(frames.get(room) ?? []), `at:${Date.now()} ${filler}`]);
  }
  for (const [room, items] of frames) send(room, items);
}, tickMs);
http.listen(Number(port), '127.0.0.1', () => console.log('ready'));
