// The page's own script: it makes the canvas, starts the worker that plays on it, and passes on what each has to tell the other.

import { lacking, moduleWorker } from "./able.js";
import { Access } from "./access.js";
import { keepFresh } from "./fresh.js";
import * as input from "./input.js";
import { Loading } from "./loading.js";
import { FILES, WORKER } from "./map.js";
import { play } from "./sound.js";
import { Typing } from "./typing.js";

const at = (id) => document.getElementById(id);
const LONGEST = 200; // letters of a reason that is told
const loading = new Loading();
let open = false;

const lack = lacking();
if (lack) loading.trouble(lack, {}, false);
else start();

function start() {
  const worker = moduleWorker(new URL(WORKER, import.meta.url));
  if (worker === null) {
    loading.trouble("old", {}, false);
    return;
  }
  const stage = at("stage");
  const canvas = document.createElement("canvas");
  canvas.tabIndex = -1;
  canvas.setAttribute("aria-hidden", "true");
  stage.append(canvas);
  stage.hidden = false;
  const post = (kind, message = {}) => worker.postMessage({ kind, ...message });
  const size = () => {
    const ratio = window.devicePixelRatio || 1;
    const [width, height] = [Math.max(1, Math.round(stage.clientWidth * ratio)), Math.max(1, Math.round(stage.clientHeight * ratio))];
    canvas.dataset.pixels = width;
    return { width, height, ratio };
  };

  const access = new Access(stage, post);
  const typing = new Typing(stage, access, post);
  input.connect(worker, canvas, (event) => access.leaves(event));

  const heard = {
    progress: ({ done, total }) => loading.progress(done, total),
    ready: () => {
      open = true;
      loading.done();
      canvas.focus({ preventScroll: true });
      keepFresh(offer);
    },
    failed: ({ why: all, file }) => {
      const why = all.trim().split("\n").pop().slice(0, LONGEST);
      if (!open) loading.trouble(file ? "missing" : "not_begun", { file, why });
      else loading.trouble("fault", { why });
    },
    access: (message) => {
      access.take(message);
      if (message.language && message.language !== loading.code) loading.speak(message.language);
      if (!at("news").hidden) sayNews();
      typing.settle();
    },
    stored: ({ state }) => (state === "waits" ? loading.wait(() => post("alone")) : loading.goOn()),
    persist: async () => post("persisted", { granted: (await navigator.storage?.persist?.()) ?? false }),
    sound: play,
    copy: ({ text }) => copy(text),
    give,
    choose: ({ accept }) => choose(accept, (name, content) => worker.postMessage({ kind: "chosen", name, content }, [content])),
    full: ({ on }) => fill(on).then((done) => post("full", { on: done })),
  };
  worker.addEventListener("message", ({ data }) => heard[data.kind]?.(data));
  worker.addEventListener("error", (event) => heard.failed({ why: event.message ?? "worker.js", file: event.message ? "" : WORKER }));

  new ResizeObserver(() => {
    const now = size();
    access.resize(now.ratio);
    post("resize", now);
  }).observe(stage);
  document.addEventListener("fullscreenchange", () => post("full", { on: document.fullscreenElement !== null }));
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") post("hidden");
  });
  for (const kind of ["focus", "blur"]) addEventListener(kind, () => post("focus", { on: kind === "focus" }));
  for (const kind of ["gesturestart", "gesturechange"]) document.addEventListener(kind, (event) => event.preventDefault());

  const files = Object.fromEntries(Object.entries(FILES).map(([name, file]) => [name, { ...file, at: new URL(file.at, import.meta.url).href }]));
  const board = canvas.transferControlToOffscreen();
  worker.postMessage({ kind: "start", canvas: board, ...size(), language: loading.code, files }, [board]);
}

/** Offer a new version over the board. */
function offer(take) {
  sayNews();
  at("change").onclick = take;
  at("later").onclick = () => (at("news").hidden = true);
  at("news").hidden = false;
}

/** Say what is offered, in the language of the board. */
function sayNews() {
  for (const [element, name] of [[at("news").firstElementChild, "new"], [at("change"), "change"], [at("later"), "later"]]) {
    if (element.textContent !== loading.words[name]) element.textContent = loading.words[name];
  }
}

/** Give the reader a file. */
function give({ name, type, content }) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000); // Safari begins later than it says
}

/** Put a text on the clipboard; over plain http and in older browsers in the old way, by copying what is marked. */
async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const given = (event) => {
      event.clipboardData.setData("text/plain", text);
      event.preventDefault();
    };
    const before = document.activeElement;
    const marked = document.createElement("textarea");
    marked.value = " ";
    marked.dataset.page = "";
    document.body.append(marked);
    marked.select();
    document.addEventListener("copy", given);
    document.execCommand("copy");
    document.removeEventListener("copy", given);
    marked.remove();
    before?.focus({ preventScroll: true });
  }
}

/** Let the reader choose files. */
function choose(accept, take) {
  const field = document.createElement("input");
  field.type = "file";
  if (!(navigator.maxTouchPoints > 1 && /Mac|iP/.test(navigator.platform))) field.accept = accept; // an iPad knows no saved games, and would not let them be chosen
  field.addEventListener("change", async () => {
    for (const file of field.files) take(file.name, await file.arrayBuffer());
  });
  field.click();
}

/** Fill the screen or leave it; whether it is filled now. */
async function fill(on) {
  try {
    if (on) await document.documentElement.requestFullscreen({ navigationUI: "hide" });
    else if (document.fullscreenElement) await document.exitFullscreen();
  } catch {
    // an iPad's school browser may not allow it
  }
  return document.fullscreenElement !== null;
}
