// The board's worker: Python, and everything that is drawn. The page only passes on what happens and shows what is asked for.

import * as canvas from "./canvas.js";
import { Files } from "./files.js";
import { net } from "./net.js";
import { startPython } from "./python.js";
import { openStore } from "./store.js";

const LONGEST = 0x7fffffff;

let python = null, tab = null, timer = null, due = false;
let playAlone;
const alone = new Promise((go) => (playAlone = go)); // this tab is to play without keeping anything
const early = []; // what the page told before the board was open

// For a look from the browser's console, and for tests: the board's Python, and the board in it.
self.board = {
  get python() {
    return python;
  },
  get tab() {
    return tab;
  },
};

self.onmessage = ({ data }) => {
  if (data.kind === "start") start(data).catch((fault) => failed("start", fault));
  else if (data.kind === "alone") playAlone();
  else if (tab === null) early.push(data);
  else take(data);
};

function post(kind, message = {}, transfer = []) {
  self.postMessage({ kind, ...message }, transfer);
}

function failed(where, fault) {
  console.error(fault);
  post("failed", { where, why: String(fault?.message ?? fault), file: fault?.file ?? "" });
}

// What Python tells the page: plain things, bytes among them.
function tell(kind, message) {
  const plain = message.toJs({ dict_converter: Object.fromEntries, create_proxies: false });
  post(kind, plain);
}

async function start({ canvas: board, width, height, ratio, language, files }) {
  canvas.setScreen(board);
  canvas.resize(width, height);
  const opening = openStore(() => post("stored", { state: "waits" }), alone);
  python = await startPython(new Files(files, (done, total) => post("progress", { done, total })));
  performance.mark("python");
  const faces = python.pyimport("caffael.browser.tab").install(canvas, tell, net);
  for (const [name, content] of Object.entries(faces.toJs({ dict_converter: Object.fromEntries }))) await face(name, content);
  faces.destroy();
  performance.mark("letters");
  const store = await opening;
  tab = python.pyimport("caffael.browser.tab").open_tab(width, height, ratio, language, store);
  post("stored", { state: store.state, why: store.why });
  net.use(take);
  performance.mark("board");
  turn();
  performance.mark("drawn");
  post("ready");
  for (const message of early.splice(0)) take(message);
}

async function face(name, content) {
  const loaded = new FontFace(name, content);
  await loaded.load();
  self.fonts.add(loaded);
}

function take(message) {
  const told = python.toPy(message);
  try {
    tab.take(message.kind, told);
  } catch (fault) {
    failed(message.kind, fault);
  } finally {
    told.destroy();
  }
  wake();
}

// Frames: none is drawn unless something has happened, moves, or was to happen by now.

function wake() {
  if (due) return;
  due = true;
  clearTimeout(timer);
  const once = () => {
    if (!due) return;
    due = false;
    clearTimeout(timer);
    turn();
  };
  self.requestAnimationFrame(once);
  timer = setTimeout(once, 200); // a tab that is not seen gets no frames, but bots play on and games are saved
}

function turn() {
  let wait;
  try {
    wait = tab.frame();
  } catch (fault) {
    failed("frame", fault);
    return;
  }
  if (wait === 0) wake();
  else if (wait > 0) timer = setTimeout(wake, Math.min(wait, LONGEST));
}
