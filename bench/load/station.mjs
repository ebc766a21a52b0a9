import WebSocket from 'ws';

/** A call that was not answered as it should be. Already counted where it was thrown. */
export class CallFailed extends Error {}

/** Did the server really agree? An answer can be a CALLRESULT and still say no. */
function refusal(action, result) {
  const status = action === 'BootNotification' ? result.status : (result.idTagInfo ?? result.idTokenInfo)?.status;
  return status && status !== 'Accepted' ? status : undefined;
}

/** One simulated station: a socket, and the calls that wait for their answer on it. */
export class Station {
  #socket;
  #pending = new Map(); // message id -> { action, sentAt, resolve, reject }
  #closing = false;

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

  /** Opens the socket; resolves when that has succeeded or failed. */
  connect(url, timeoutMs) {
    const { id, password } = this.identity;
    this.#socket = new WebSocket(`${url}/${encodeURIComponent(id)}`, [this.subprotocol], {
      auth: password && `${id}:${password}`,
      perMessageDeflate: false,
      handshakeTimeout: timeoutMs,
    });
    const socket = this.#socket;
    socket.on('message', (data) => this.#receive(data));
    return new Promise((resolve) => {
      socket.once('open', resolve);
      socket.once('error', (error) => this.fail(`connection: ${error.message}`));
      socket.once('close', (code) => {
        if (!this.#closing) this.fail(`disconnected: ${code}`);
        for (const call of this.#pending.values()) call.reject(new CallFailed('disconnected'));
        this.#pending.clear();
        resolve();
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

  async close() {
    this.#closing = true;
    const socket = this.#socket;
    if (!socket || socket.readyState === WebSocket.CLOSED) return;
    const closed = new Promise((resolve) => socket.once('close', resolve));
    socket.close(1000);
    await closed;
  }

  #receive(data) {
    const [type, id, third] = JSON.parse(data);
    if (type === 2) return this.#socket.send(JSON.stringify([4, id, 'NotSupported', '', {}]));
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
