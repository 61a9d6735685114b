// What this browser can't do that the game needs.

/** The name of the sentence that says what is lacking; empty where nothing is. */
export function lacking() {
  if (!drawsInWorkers() || typeof DecompressionStream === "undefined" || typeof ReadableStream === "undefined") return "old";
  return runsWebAssembly() ? "" : "locked";
}

/** A worker whose script is a module; null where the browser knows none. */
export function moduleWorker(address) {
  let asked = false;
  const options = {
    get type() {
      asked = true;
      return "module";
    },
  };
  const worker = new Worker(address, options);
  if (asked) return worker;
  worker.terminate();
  return null;
}

function drawsInWorkers() {
  if (typeof OffscreenCanvas === "undefined" || !("transferControlToOffscreen" in HTMLCanvasElement.prototype)) return false;
  return new OffscreenCanvas(1, 1).getContext("2d") !== null;
}

function runsWebAssembly() {
  try {
    return new WebAssembly.Module(Uint8Array.of(0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00)) instanceof WebAssembly.Module;
  } catch {
    return false;
  }
}
