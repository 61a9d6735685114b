// The board's line to a relay, in the worker: a WebSocket, or plain requests where the network cuts WebSockets. Python says what to do
// (caffael/browser/uplink.py); what comes of it is told to it as `net`. A new order ends the one before: what an old one still says is dropped.

const HIGH = 256 * 1024; // bytes of the socket's own that may wait

let order = 0, socket = null, post = null, timer = null, soon = null, take = () => {};

/** Tell Python, unless another order came meanwhile. */
function tell(mine, what, more = {}) {
  if (mine === order) take({ kind: "net", what, text: "", status: 0, ...more });
}

function begin() {
  order++;
  clearTimeout(timer);
  socket?.close();
  socket = post = null;
  return order;
}

export const net = {
  /** The address this page came from, where its relay is, if it has one. */
  get origin() {
    return self.location.origin;
  },

  /** `hear` is what takes a message to the board. */
  use(hear) {
    take = hear;
  },

  /** Ask for a code. */
  async ask(url) {
    const mine = begin();
    try {
      const answer = await fetch(url, { method: "POST", cache: "no-store" });
      const text = await answer.text();
      tell(mine, "answer", { text, status: answer.status });
    } catch {
      tell(mine, "lost");
    }
  },

  /** Open a WebSocket. */
  dial(url) {
    const mine = begin();
    try {
      socket = new WebSocket(url);
    } catch {
      timer = setTimeout(() => tell(mine, "lost"), 0);
      return;
    }
    socket.onopen = () => tell(mine, "began");
    socket.onmessage = ({ data }) => tell(mine, "heard", { text: data });
    socket.onclose = () => tell(mine, "lost");
  },

  /** Begin a line by plain requests. */
  knock(up, down, name) {
    const mine = begin();
    const headers = { "X-Line": name };
    const waiting = [];
    let sending = false;
    const lose = () => tell(mine, "lost");
    const send = async () => {
      if (sending) return;
      sending = true;
      while (waiting.length && mine === order) {
        const answer = await fetch(up, { method: "POST", headers, body: waiting.splice(0, 50).join("\n"), cache: "no-store" });
        if (answer.status !== 204) throw new Error(answer.status);
      }
      sending = false;
    };
    const listen = async () => {
      for (let after = 0; mine === order; ) {
        const answer = await fetch(`${down}?after=${after}`, { headers, cache: "no-store" });
        if (!answer.ok) throw new Error(answer.status);
        const { n, frames } = await answer.json();
        after = n;
        for (const text of frames) tell(mine, "heard", { text });
      }
    };
    post = (text) => {
      waiting.push(text);
      send().catch(lose);
    };
    tell(mine, "began");
    listen().catch(lose);
  },

  /** Send a frame on whatever line there is. */
  send(text) {
    if (post) post(text);
    else if (socket?.readyState === WebSocket.OPEN) socket.send(text);
  },

  /** Whether the socket takes more at the moment. */
  get free() {
    return (socket?.bufferedAmount ?? 0) < HIGH;
  },

  /** Do nothing for so many milliseconds, then ask what to do. */
  wait(milliseconds) {
    const mine = begin();
    timer = setTimeout(() => tell(mine, "due"), milliseconds);
  },

  /** There is something to send: ask for it once this turn is over, or when the socket takes more. */
  soon(milliseconds) {
    soon ??= setTimeout(() => {
      soon = null;
      tell(order, "send");
    }, milliseconds);
  },

  /** Do nothing any more. */
  end() {
    begin();
  },
};
