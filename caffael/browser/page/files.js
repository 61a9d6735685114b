// The files of the build: fetched all at once with true progress, unpacked from gzip, and laid into Python's file system.
//
// A map says where they lie: {"main": {at: the address of HASH-main.gz, size: 1234, later: false}, ...}; the page makes it from
// map.js and hands it over with the message `start`. A file that comes `later` is fetched when Python first imports something in it.

const GZIP = [0x1f, 0x8b];

/** A file that could not be had: why, and in `file` its name, as a technician finds it in the log of a filter. */
export class FileError extends Error {
  constructor({ at }, reason) {
    super(reason);
    this.file = at.split("/").pop();
  }
}

/** All files of a map, on their way as soon as this is made. `onProgress(done, total)` counts bytes as they come over the network. */
export class Files {
  constructor(map, onProgress) {
    this.map = map;
    this.onProgress = onProgress;
    this.now = Object.entries(map).filter(([, file]) => !file.later);
    this.total = this.now.reduce((sum, [, file]) => sum + file.size, 0);
    this.counts = new Map();
    this.kept = new Map();
    this.lost = new Promise((_, reject) => (this.lose = reject)); // fails with the first file that can't be had
    this.lost.catch(() => {});
    for (const [name, file] of this.now) {
      if (!file.script) {
        const answer = this.fetched(name, file);
        answer.catch(this.lose);
        this.kept.set(name, answer);
      }
    }
  }

  /** Count what has come of a file; never more than it has. */
  count(name, bytes) {
    this.counts.set(name, Math.min(this.map[name].size, (this.counts.get(name) ?? 0) + bytes));
    let done = 0;
    for (const part of this.counts.values()) done += part;
    this.onProgress(done, this.total);
  }

  /** The answer to the request for a file, unpacked as it comes. */
  async fetched(name, file) {
    let answer;
    try {
      answer = await fetch(file.at);
    } catch {
      throw new FileError(file, "no answer");
    }
    if (!answer.ok) throw new FileError(file, `answer ${answer.status}`);
    const reader = answer.body.getReader();
    const read = async () => {
      try {
        return await reader.read();
      } catch {
        const fault = new FileError(file, "broken off");
        this.lose(fault);
        throw fault;
      }
    };
    const first = await read();
    if (first.done) throw new FileError(file, "empty");
    this.count(name, first.value.length);
    const bytes = new ReadableStream({
      start: (controller) => controller.enqueue(first.value),
      pull: async (controller) => {
        const next = await read();
        if (next.done) {
          controller.close();
        } else {
          this.count(name, next.value.length);
          controller.enqueue(next.value);
        }
      },
    });
    // A server may have unpacked it on the way (Content-Encoding), then it no longer begins as gzip does.
    const packed = first.value[0] === GZIP[0] && first.value[1] === GZIP[1];
    return new Response(packed ? bytes.pipeThrough(new DecompressionStream("gzip")) : bytes, { headers: { "Content-Type": file.type ?? "" } });
  }

  /** The answer for a file, to read once. */
  async answer(name) {
    const answer = await this.kept.get(name);
    this.kept.delete(name);
    return answer;
  }

  /** The bytes of a file. */
  async bytes(name) {
    const answer = await this.answer(name);
    try {
      return new Uint8Array(await answer.arrayBuffer());
    } catch (fault) {
      const told = fault instanceof FileError ? fault : new FileError(this.map[name], "not whole");
      this.lose(told);
      throw told;
    }
  }

  /** A script of the build, counted when it is there. */
  async script(name) {
    try {
      const script = await import(this.map[name].at);
      this.count(name, this.map[name].size);
      return script;
    } catch {
      throw new FileError(this.map[name], "no answer");
    }
  }

  /** The bytes of a file that comes later, at once: Python waits in its import. As they lie on the server, packed or not. */
  atOnce(name) {
    const request = new XMLHttpRequest();
    request.open("GET", this.map[name].at, false);
    request.responseType = "arraybuffer";
    try {
      request.send();
    } catch {
      throw new FileError(this.map[name], "no answer");
    }
    if (request.status !== 200) throw new FileError(this.map[name], `answer ${request.status}`);
    return new Uint8Array(request.response);
  }
}

/** Lay an archive into Python's file system below a folder: a number, so many bytes of JSON [[path, size], ...], then the files. Nothing is copied. */
export function unpack(FS, archive, folder) {
  const length = new DataView(archive.buffer, archive.byteOffset).getUint32(0, true);
  const rows = JSON.parse(new TextDecoder().decode(archive.subarray(4, 4 + length)));
  const made = new Set();
  let at = 4 + length;
  for (const [name, size] of rows) {
    const path = `${folder}/${name}`;
    const parent = path.slice(0, path.lastIndexOf("/"));
    if (!made.has(parent)) {
      FS.mkdirTree(parent);
      made.add(parent);
    }
    FS.writeFile(path, archive.subarray(at, at + size), { canOwn: true });
    at += size;
  }
}
