// Hands and keys on the board, told to the worker in pixels of the canvas.

import { dropped } from "./drops.js";

const OURS = new Set([
  "Tab", "Enter", " ", "Backspace", "Delete", "Home", "End", "PageUp", "PageDown", "ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown",
  "F1", "F2", "F10", "F11", "/", "'",
]);
const WITH_CTRL = new Set(["a", "s", "y", "z"]); // what browsers would do themselves

export function connect(worker, canvas, leaves = () => false) {
  const tell = (kind, message) => worker.postMessage({ kind, ...message });
  const place = (event) => {
    const box = canvas.getBoundingClientRect();
    const across = canvas.dataset.pixels ? Number(canvas.dataset.pixels) / box.width : 1;
    return { x: Math.round((event.clientX - box.left) * across), y: Math.round((event.clientY - box.top) * across) };
  };
  const point = (what) => (event) => {
    const touch = event.pointerType !== "mouse";
    if (what === "down" && event.isTrusted) canvas.setPointerCapture(event.pointerId);
    tell("pointer", { what, ...place(event), touch, id: event.pointerId, button: event.button, buttons: event.buttons });
  };
  canvas.addEventListener("pointerdown", point("down"));
  canvas.addEventListener("pointermove", point("move"));
  canvas.addEventListener("pointerup", point("up"));
  canvas.addEventListener("pointercancel", point("lost"));
  canvas.addEventListener("contextmenu", (event) => event.preventDefault());
  canvas.addEventListener("wheel", (event) => {
    event.preventDefault();
    tell("wheel", { ...place(event), by: event.deltaY, lines: event.deltaMode === 1 });
  }, { passive: false });

  // A key that writes into a line does not come as far as this: typing.js has it.
  addEventListener("keydown", (event) => {
    if (event.isComposing || event.key === "Process" || event.key === "Dead" || event.target.closest?.("[data-page]")) return;
    if (leaves(event)) return; // on to the bars of the browser
    const altgr = event.getModifierState("AltGraph");
    const { key, code, shiftKey: shift, ctrlKey: ctrl, altKey: alt, metaKey: meta } = event;
    const held = (ctrl || meta) && !altgr;
    const typed = key.length === 1 && !held && !(alt && !altgr);
    if (held && key.toLowerCase() === "v") return; // comes as a paste
    if (OURS.has(key) && !(held && key === "Tab") && !meta) event.preventDefault();
    if (held && WITH_CTRL.has(key.toLowerCase())) event.preventDefault();
    tell("key", { key, code, shift, ctrl, alt, meta, altgr });
    if (typed) tell("text", { text: key });
  });
  addEventListener("paste", (event) => {
    const text = event.clipboardData.getData("text/plain");
    event.preventDefault();
    if (text) tell("pasted", { text });
  });
  addEventListener("pagehide", () => tell("hidden", {}));

  const held = (event) => event.preventDefault();
  addEventListener("dragover", held);
  addEventListener("drop", async (event) => {
    event.preventDefault();
    for (const { kind, ...message } of await dropped(event.dataTransfer)) tell(kind, message);
  });
}
