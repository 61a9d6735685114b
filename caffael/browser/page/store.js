// What the browser keeps for this board: two files of the origin's private file system, held open by one tab at a time.
//
// The state is "kept" (the files are open), "denied" (the browser gives no such place: a private window, plain http) or "other tab"
// (another tab holds them and this one was told to play without).

const LOCK = "caffael-store";
const NAMES = ["caffael-a.journal", "caffael-b.journal"];
const TRIES = 40, PAUSE = 250; // a tab that crashed a moment ago may still hold its files

// `waits` is called when another tab holds the files; `alone` is a promise: this tab is to go on without them.
export async function openStore(waits, alone) {
  const kept = { state: "denied", why: "", one: null, other: null };
  try {
    if (!navigator.storage?.getDirectory) throw new DOMException("no private file system", "NotSupportedError");
    const folder = await navigator.storage.getDirectory();
    if (!(await takeLock(waits, alone))) return { ...kept, state: "other tab" };
    const [one, other] = await openFiles(folder);
    return { ...kept, state: "kept", one: new StoreFile(one), other: new StoreFile(other) };
  } catch (fault) {
    console.warn("nothing is kept:", fault);
    return { ...kept, state: fault.name === "NoModificationAllowedError" ? "other tab" : "denied", why: String(fault) };
  }
}

// Hold the lock for as long as this tab lives. Resolves to whether it is held.
async function takeLock(waits, alone) {
  if (!navigator.locks) return true; // then the files themselves can be opened once only
  if (await requestLock({ ifAvailable: true })) return true;
  waits();
  const given = new AbortController();
  const without = alone.then(() => {
    given.abort();
    return false;
  });
  return Promise.race([requestLock({ signal: given.signal }).catch(() => false), without]);
}

function requestLock(options) {
  return new Promise((held, failed) => {
    navigator.locks
      .request(LOCK, options, (lock) => {
        held(lock !== null);
        return lock === null ? null : new Promise(() => {});
      })
      .catch(failed);
  });
}

async function openFiles(folder) {
  const files = [];
  for (const name of NAMES) {
    const file = await folder.getFileHandle(name, { create: true });
    files.push(await openFile(file));
  }
  return files;
}

async function openFile(file) {
  for (let tried = 1; ; tried += 1) {
    try {
      return await file.createSyncAccessHandle();
    } catch (fault) {
      if (fault.name !== "NoModificationAllowedError" || tried === TRIES) throw fault;
      await new Promise((go) => setTimeout(go, PAUSE));
    }
  }
}

// A file as Python uses it: nothing is thrown across, a fault is a name ("" is none).
class StoreFile {
  constructor(file) {
    this.file = file;
    this.content = null;
  }

  size() {
    return this.try(() => this.file.getSize());
  }

  read() {
    return this.try(() => {
      const content = new Uint8Array(this.file.getSize());
      const length = this.file.read(content, { at: 0 });
      this.content = content.subarray(0, length);
      return length;
    });
  }

  taken() {
    const content = this.content;
    this.content = null;
    return content;
  }

  write(at, data) {
    const bytes = data.getBuffer("u8");
    try {
      return this.try(() => {
        let written = 0;
        while (written < bytes.data.length) {
          const now = this.file.write(bytes.data.subarray(written), { at: at + written });
          if (!now) throw new DOMException("nothing was written", "QuotaExceededError");
          written += now;
        }
        return written;
      });
    } finally {
      bytes.release();
    }
  }

  truncate(size) {
    return this.try(() => this.file.truncate(size));
  }

  flush() {
    return this.try(() => this.file.flush());
  }

  // A number, or the name of what went wrong.
  try(work) {
    try {
      return Number(work() ?? 0);
    } catch (fault) {
      console.warn("the store:", fault);
      return fault.name || "Error";
    }
  }
}
