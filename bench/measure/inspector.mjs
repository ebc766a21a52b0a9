import WebSocket from 'ws';

/** Talks to a Node process that runs with --inspect. */
export class Inspector {
  #socket;
  #waiting = new Map();
  #lastId = 0;

  /** @param url what the process printed after "Debugger listening on" */
  static async connect(url) {
    const inspector = new Inspector();
    inspector.#socket = new WebSocket(url, { perMessageDeflate: false, maxPayload: 1 << 30 });
    await new Promise((resolve, reject) => inspector.#socket.once('open', resolve).once('error', reject));
    inspector.#socket.on('message', (data) => {
      const { id, result, error } = JSON.parse(data);
      const call = inspector.#waiting.get(id);
      inspector.#waiting.delete(id);
      if (error) call?.reject(new Error(error.message));
      else call?.resolve(result);
    });
    return inspector;
  }

  /** Calls a method of the Chrome DevTools protocol. */
  send(method, params = {}) {
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#socket.send(JSON.stringify({ id, method, params }));
    });
  }

  close() {
    this.#socket.close();
  }
}
