// Opens the game without a network, nothing else: it keeps each file of the build by its name, which changes with its content.
//
// What it does not keep, or can't keep, comes from the network as it would without it. A new version waits until the page asks for it.

const VERSION = "$version";
const FILES = $files;
const KEPT = "caffael-files";
const page = (version) => `caffael-page-$${version}`;
const address = (name) => new URL(name, self.registration.scope).href;

self.addEventListener("install", (event) => event.waitUntil(keep()));
self.addEventListener("activate", (event) => event.waitUntil(tidy().then(() => self.clients.claim())));
self.addEventListener("message", (event) => {
  if (event.data === "change") self.skipWaiting();
});

/** Keep all files of this version; those that an earlier one has are there already. */
async function keep() {
  const first = await caches.open(page(VERSION));
  for (const name of ["./", "manifest.webmanifest"]) await first.put(address(name), await fetched(address(name)));
  const kept = await caches.open(KEPT);
  const there = new Set((await kept.keys()).map((request) => request.url));
  for (const name of FILES) {
    if (!there.has(address(name))) await kept.add(address(name));
  }
}

/** A file as the server has it now. One that lies elsewhere on the server is the same file, but browsers refuse a page that says so. */
async function fetched(from) {
  const answer = await fetch(from, { cache: "reload" });
  if (!answer.ok) throw new Error(`$${from}: $${answer.status}`);
  return answer.redirected ? new Response(answer.body, { headers: answer.headers }) : answer;
}

/** Drop what this version does not name. */
async function tidy() {
  const wanted = new Set(FILES.map(address));
  const kept = await caches.open(KEPT);
  for (const request of await kept.keys()) {
    if (!wanted.has(request.url)) await kept.delete(request);
  }
  for (const name of await caches.keys()) {
    if (name.startsWith("caffael-page-") && name !== page(VERSION)) await caches.delete(name);
  }
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(self.registration.scope)) return;
  event.respondWith(found(request).then((answer) => answer ?? fetch(request)));
});

/** What is kept for a request. */
async function found(request) {
  const url = new URL(request.url);
  const plain = url.origin + url.pathname;
  try {
    const whole = [address("./"), address("index.html")].includes(plain) ? address("./") : plain;
    return (await (await caches.open(page(VERSION))).match(whole)) ?? (await (await caches.open(KEPT)).match(whole));
  } catch {
    return undefined; // the cache is gone: the network has it
  }
}
