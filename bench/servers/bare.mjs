// The limit of the platform: ws, JSON.parse and a constant answer. It checks nothing and keeps nothing, so no CSMS on
// Node and ws can be faster in one process.
import { answerTo } from './answers.mjs';
import { listen } from './listen.mjs';

const { tls } = JSON.parse(process.argv[2]);

const ports = await listen((socket) => {
  socket.on('error', () => {});
  socket.on('message', (data) => {
    const [type, messageId, action] = JSON.parse(data);
    if (type === 2) socket.send(answerTo(socket.protocol, messageId, action));
  });
}, tls);
process.on('disconnect', () => process.exit());
process.on('message', () => process.exit());
process.send(ports);
