import WebSocket from 'ws';

/** A call that was not answered as it should be. Already counted where it was thrown. */
export class CallFailed extends Error {}

/** Did the server really agree? An answer can be a CALLRESULT and still say no. */
function refusal(action, result) {
  const status = action === 'BootNotification' ? result.status : (result.idTagInfo ?? result.idTokenInfo)?.status;
  return status && status !== 'Accepted' ? status : undefined;
}

/** One simulated station: a socket at a time, and the calls that wait for their answer on it. */
export class Station {
  #socket;
  #pending = new Map(); // message id -> { action, sentAt, resolve, reject }

  /**
   * @param identity {{ id: string, password?: string, idToken: string }}
   * @param fail counts a failure, given as a few words
   */
  constructor(identity, subprotocol, fail) {
    this.identity = identity;
    this.subprotocol = subprotocol;
    this.fail = fail;
  }

  get isOpen() {
    return this.#socket?.readyState === WebSocket.OPEN;
  }

  /**
   * Opens a socket.
   * @param server {{ url: string, secureContext?: SecureContext, timeoutMs: number }}
   * @returns {Promise<{ open: true } | { refusedFor: number } | { failed: string }>} `refusedFor`: 503, and the seconds
   *   that its Retry-After asks for
   */
  connect({ url, secureContext, timeoutMs }) {
    const { id, password } = this.identity;
    const socket = new WebSocket(`${url}/${encodeURIComponent(id)}`, [this.subprotocol], {
      auth: password && `${id}:${password}`,
      perMessageDeflate: false,
      handshakeTimeout: timeoutMs,
      secureContext,
    });
    this.#socket = socket;
    socket.on('message', (data) => this.#receive(data));
    return new Promise((resolve) => {
      socket.once('open', () => {
        socket.once('close', (code) => {
          if (socket === this.#socket) this.#lose(code);
        });
        resolve({ open: true });
      });
      socket.on('error', (error) => resolve({ failed: error.code ?? error.message }));
      socket.once('unexpected-response', (request, { statusCode, headers }) => {
        const seconds = Number(headers['retry-after'] ?? 1);
        resolve(statusCode === 503 ? { refusedFor: seconds } : { failed: `HTTP ${statusCode}` });
        request.destroy();
      });
    });
  }

  /** Sends a CALL; resolves with the payload of its CALLRESULT. @throws CallFailed */
  call(action, payload) {
    return new Promise((resolve, reject) => {
      if (!this.isOpen) return reject(new CallFailed('disconnected'));
      const id = crypto.randomUUID();
      this.#pending.set(id, { action, sentAt: performance.now(), resolve, reject });
      this.#socket.send(JSON.stringify([2, id, action, payload]));
    });
  }

  /** Gives up on the calls sent before `deadline`. */
  expire(deadline) {
    for (const [id, call] of this.#pending) {
      if (call.sentAt > deadline) return; // a Map keeps its order: the rest is younger
      this.#pending.delete(id);
      this.#reject(call, `timeout: ${call.action}`);
    }
  }

  /** Its connection is gone from one moment to the next, without a closing handshake. */
  drop() {
    const socket = this.#socket;
    this.#socket = undefined;
    this.#abandonCalls();
    socket?.removeAllListeners('message').terminate();
  }

  async close() {
    const socket = this.#socket;
    this.#socket = undefined;
    if (!socket || socket.readyState === WebSocket.CLOSED) return;
    const closed = new Promise((resolve) => socket.once('close', resolve));
    socket.close(1000);
    await closed;
  }

  #lose(code) {
    this.#socket = undefined;
    this.fail(`disconnected: ${code}`);
    this.#abandonCalls();
  }

  #abandonCalls() {
    for (const call of this.#pending.values()) call.reject(new CallFailed('disconnected'));
    this.#pending.clear();
  }

  #receive(data) {
    const [type, id, third] = JSON.parse(data);
    if (type === 2) return this.#socket?.send(JSON.stringify([4, id, 'NotSupported', '', {}]));
    const call = this.#pending.get(id);
    if (!call) return this.fail('an answer to nothing');
    this.#pending.delete(id);
    if (type !== 3) return this.#reject(call, `CALLERROR: ${call.action} ${third}`);
    const refused = refusal(call.action, third);
    if (refused) this.fail(`refused: ${call.action} ${refused}`);
    call.resolve(third);
  }

  #reject(call, reason) {
    this.fail(reason);
    call.reject(new CallFailed(reason));
  }
}
