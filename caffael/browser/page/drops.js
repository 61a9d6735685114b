// What was dropped on the board: single files, and folders with what is in them, since a game is often a folder.

const MOST = 400; // files of a folder; a game has some twenty
const DEEPEST = 3; // folders within each other

/** Messages for the board of what was dropped: a file each, or a folder as one. */
export async function dropped(transfer) {
  const files = [...transfer.files];
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean); // only now: they are gone after the event
  const folders = entries.filter((entry) => entry.isDirectory);
  if (folders.length) {
    const loose = entries.filter((entry) => entry.isFile);
    const read = await Promise.all([...folders.map(folderOf), ...loose.map(async (entry) => fileOf(await got(entry)))]);
    return read.filter(Boolean);
  }
  if (files.length > 1 && files.some((file) => file.name.toLowerCase() === "scenario.toml")) {
    return [{ kind: "dropped folder", name: "", files: await Promise.all(files.map(async (file) => [file.name, await file.arrayBuffer()])) }];
  }
  return Promise.all(files.map(fileOf));
}

async function fileOf(file) {
  return { kind: "drop", name: file.name, content: await file.arrayBuffer() };
}

async function folderOf(folder) {
  const files = [];
  await walk(folder, "", DEEPEST, files);
  return { kind: "dropped folder", name: folder.name, files };
}

async function walk(folder, above, deeper, files) {
  for (const entry of await inside(folder)) {
    if (files.length >= MOST) return;
    const name = `${above}${entry.name}`;
    if (entry.isFile) files.push([name, await (await got(entry)).arrayBuffer()]);
    else if (deeper > 0) await walk(entry, `${name}/`, deeper - 1, files);
  }
}

/** All entries of a folder; a browser gives them in portions. */
async function inside(folder) {
  const reader = folder.createReader();
  const found = [];
  for (;;) {
    const more = await new Promise((give, fail) => reader.readEntries(give, fail));
    if (!more.length) return found;
    found.push(...more);
  }
}

function got(entry) {
  return new Promise((give, fail) => entry.file(give, fail));
}
