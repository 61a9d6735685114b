// The pupils' page. It shows what the room sends, sends what is pressed until it is answered, and reckons one thing by itself: who would
// win by which weights, from four scores of each bidder. It decides no rule.
"use strict";

// ------------------------------------------------------------------------------------------- who would win (as rules.tender.weigh)

const TENTH = 10_000;
const STEPS = [1, -1, 2, -2];

const divided = (number, by) => Math.floor((2 * number + by) / (2 * by));
const tenths = (number) => `${Math.floor(number / 10)}.${number % 10}`;
const points = (total) => tenths(divided(total, TENTH));
const filled = (sentence, values) => sentence.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);

/** The bidders by points; they come in the order in which ties are settled, and equals stay in it. */
function weigh(bids, weights) {
  return bids
    .map((bid, at) => ({ at, bid, total: bid.scores.reduce((sum, score, criterion) => sum + weights[criterion] * score, 0) }))
    .sort((one, other) => other.total - one.total);
}

/** The rows of weights that may be published, and how one is reached by moving a criterion (as presentation's WeightRows). */
class Rows {
  constructor(texts, criteria) {
    this.rows = texts.map((text) => text.split("/").map(Number));
    this.criteria = criteria;
  }

  values(criterion) {
    return [...new Set(this.rows.map((row) => row[criterion]))].sort((one, other) => one - other);
  }

  stepped(criterion, percent, steps) {
    const values = this.values(criterion);
    return values[Math.max(0, Math.min(values.length - 1, values.indexOf(percent) + steps))];
  }

  moved(anchor, criterion, value) {
    const before = this.rows[anchor];
    const others = this.criteria.filter((other) => other !== criterion);
    const had = others.reduce((sum, other) => sum + before[other], 0);
    const wish = before.map(() => 0);
    wish[criterion] = value;
    for (const other of others) wish[other] = (100 - value) * (had ? before[other] / had : 1 / others.length);
    let best = -1;
    let least = [];
    this.rows.forEach((row, place) => {
      if (row[criterion] !== value) return;
      const away = row.reduce((sum, weight, at) => sum + (weight - wish[at]) ** 2, 0);
      const rank = [Math.round(away * 1e6) / 1e6, ...row.map((weight) => -weight)];
      if (best < 0 || isBefore(rank, least)) [best, least] = [place, rank];
    });
    return best;
  }
}

/** Whether one row of numbers comes before another, as in a dictionary. */
function isBefore(one, other) {
  const at = one.findIndex((number, place) => number !== other[place]);
  return at >= 0 && one[at] < other[at];
}

/** The weights as they stand on this device, and what moving them does (as presentation's tender Draft). */
class Weights {
  constructor(data) {
    this.data = data;
    this.rows = new Rows(data.rows, data.criteria);
    this.set(data.row);
  }

  set(row) {
    this.row = row;
    this.anchor = row;
    this.moving = -1;
  }

  get weights() {
    return this.rows.rows[this.row];
  }

  reached(criterion, value) {
    return this.rows.moved(criterion === this.moving ? this.anchor : this.row, criterion, value);
  }

  move(criterion, value) {
    const after = this.reached(criterion, value);
    if (criterion !== this.moving) [this.anchor, this.moving] = [this.row, criterion];
    this.row = after;
  }

  ranked(row = this.row) {
    return weigh(this.data.bids, this.rows.rows[row]);
  }

  /** Why the first leads, a warning where it is unreliable, and what would make another win. */
  advice() {
    const say = this.data.say;
    const [first, second] = this.ranked();
    const supplier = first.bid.name;
    if (!second) return [filled(say.sole, { supplier }), first.bid.mind].filter(Boolean).join(" ");
    return [this.lead(first, second), first.bid.mind, this.data.titles.length ? this.card(first) : this.flip(first)].filter(Boolean).join(" ");
  }

  lead(first, second) {
    const say = this.data.say;
    const names = { supplier: first.bid.name, other: second.bid.name };
    if (first.total === second.total) return filled(say.tie, names);
    const shown = divided(first.total, TENTH) - divided(second.total, TENTH);
    if (shown === 0) return filled(say.close, names);
    const gains = this.weights.map((weight, at) => weight * (first.bid.scores[at] - second.bid.scores[at]));
    const most = Math.max(...gains);
    return filled(most > 0 ? say[`lead ${gains.indexOf(most)}`] : say.plain, { ...names, margin: tenths(shown) });
  }

  flip(first) {
    for (const steps of STEPS)
      for (const criterion of this.rows.criteria) {
        const percent = this.rows.stepped(criterion, this.weights[criterion], steps);
        if (percent === this.weights[criterion]) continue;
        const other = this.ranked(this.reached(criterion, percent))[0];
        if (other.at !== first.at) return filled(this.data.say[`flip ${criterion}`], { percent: `${percent}\u00a0%`, supplier: other.bid.name });
      }
    return this.data.say["no flip"];
  }

  card(first) {
    for (let row = 0; row < this.rows.rows.length; row++) {
      const other = row === this.row ? first : this.ranked(row)[0];
      if (other.at !== first.at) return filled(this.data.say.card, { card: this.data.titles[row], supplier: other.bid.name });
    }
    return this.data.say["no card"];
  }
}

// ------------------------------------------------------------------------------------------------------------- what the device keeps

const ROOM = "caffael-room-";
const at = (id) => document.getElementById(id);
const all = (what, within = document) => [...within.querySelectorAll(what)];

/** A record of this browser's storage; where storage is denied it lasts as long as the page. */
class Kept {
  constructor(key, usual) {
    this.key = key;
    this.is = usual;
    try {
      Object.assign(this.is, JSON.parse(localStorage.getItem(key)));
    } catch {
      // nothing was kept, or nothing can be
    }
  }

  put(values) {
    Object.assign(this.is, values);
    try {
      localStorage.setItem(this.key, JSON.stringify(this.is));
    } catch {
      // it lasts as long as the page
    }
  }

  drop() {
    try {
      localStorage.removeItem(this.key);
    } catch {
      // it was never kept
    }
  }
}

/** Forget the tokens of other rooms: a shared tablet brings none of them along. */
function forgetOthers(code) {
  try {
    Object.keys(localStorage).filter((key) => key.startsWith(ROOM) && key !== ROOM + code).forEach((key) => localStorage.removeItem(key));
  } catch {
    // storage is denied
  }
}

// ------------------------------------------------------------------------------------------------------------------------- the line

const FIRST = 4_000;
const SILENCE = 15_000;
const HELD = 40_000;
const LATER = [0, 500, 1_000, 2_000, 4_000, 8_000];

/**
 * A line to the room: a WebSocket, and after two failures plain requests; what was heard last is tried first. `hear` gets frames, `opened`
 * and `lost` tell how it stands.
 */
class Line {
  constructor(base, { hear, opened, lost }) {
    Object.assign(this, { base, hear, opened, lost, tries: 0, failures: 0, plain: false, liked: false, stopped: false, live: null });
  }

  open() {
    if (this.stopped) return;
    this.shut();
    clearTimeout(this.soon);
    const live = { heard: false, last: Date.now() };
    this.live = live;
    live.first = setTimeout(() => this.fail(live), FIRST + (this.plain ? HELD : 0));
    if (this.plain) this.openPlain(live);
    else this.openSocket(live);
  }

  openSocket(live) {
    try {
      live.socket = new WebSocket(`${location.protocol === "https:" ? "wss" : "ws"}://${location.host}${this.base}/line`);
    } catch {
      this.fail(live);
      return;
    }
    live.socket.onopen = () => live === this.live && this.opened();
    live.socket.onmessage = (message) => this.take(live, JSON.parse(message.data));
    live.socket.onclose = live.socket.onerror = () => this.fail(live);
  }

  openPlain(live) {
    const signs = crypto.getRandomValues(new Uint8Array(24));
    live.id = [...signs].map((sign) => (sign % 32).toString(32)).join("");
    live.up = Promise.resolve();
    this.opened();
    live.up.then(() => this.listen(live));
  }

  async listen(live) {
    let after = 0;
    await live.hello;
    while (live === this.live) {
      try {
        const answer = await fetch(`${this.base}/down?after=${after}`, { headers: { "X-Line": live.id }, cache: "no-store" });
        if (!answer.ok) throw new Error(answer.status);
        const { n, frames } = await answer.json();
        after = n;
        live.last = Date.now();
        for (const frame of frames) this.take(live, frame);
      } catch {
        this.fail(live);
        return;
      }
    }
  }

  take(live, frame) {
    if (live !== this.live) return;
    live.last = Date.now();
    if (!live.heard) {
      live.heard = true;
      clearTimeout(live.first);
      this.tries = this.failures = 0;
      this.liked = this.plain;
    }
    this.hear(frame);
  }

  /** Send a frame, if the line is open; what must arrive is kept by the outbox. */
  send(frame) {
    const live = this.live;
    const text = JSON.stringify(frame);
    if (live?.socket?.readyState === 1) live.socket.send(text);
    else if (live?.id) {
      live.up = live.up.then(async () => {
        if (live !== this.live) return;
        try {
          const answer = await fetch(`${this.base}/up`, { method: "POST", body: text, headers: { "X-Line": live.id } });
          if (answer.status !== 413 && !answer.ok) throw new Error(answer.status);
        } catch {
          this.fail(live);
        }
      });
      live.hello ??= live.up;
    }
  }

  fail(live) {
    if (live !== this.live) return;
    if (!live.heard) this.plain = (++this.failures % 3 === 2) !== this.liked;
    this.shut();
    this.lost();
    this.again(LATER[Math.min(this.tries++, LATER.length - 1)] * (0.7 + 0.6 * Math.random()));
  }

  again(later) {
    clearTimeout(this.soon);
    if (!this.stopped) this.soon = setTimeout(() => this.open(), later);
  }

  shut() {
    const live = this.live;
    this.live = null;
    clearTimeout(live?.first);
    if (live?.socket) {
      live.socket.onclose = live.socket.onerror = live.socket.onmessage = null;
      live.socket.close();
    }
  }

  /** Nothing has come for so long that the line is dead, whatever the browser believes. */
  watch() {
    const quiet = this.live ? Date.now() - this.live.last : 0;
    if (this.live?.heard && quiet > (this.live.id ? HELD : SILENCE)) this.fail(this.live);
  }

  /** The page is seen again, or the network is back: try at once. */
  wake() {
    if (this.stopped || (this.live?.heard && Date.now() - this.live.last < 11_000)) return;
    this.tries = 0;
    this.open();
  }

  stop() {
    this.stopped = true;
    clearTimeout(this.soon);
    this.shut();
  }
}

// ------------------------------------------------------------------------------------------------------------------------- the page

const OFFLINE = 20_000;
const WAITING = 3_000;
const SLOW = 700;
const WRITING = 500;
const AGAIN = 6_000;

/** Attributes that are the device's own: a push leaves what is typed, slid or opened as it is. */
const OURS = { open: "details", value: "input" };

class Page {
  constructor() {
    this.words = JSON.parse(document.documentElement.dataset.words);
    const spoken = (navigator.languages ?? []).some((tag) => tag.toLowerCase().startsWith("cy")) ? "cy" : "en";
    this.device = new Kept("caffael-device", { language: spoken, large: 0, look: "" });
    this.have = {};
    this.v = 0;
    this.you = { role: "guest" };
    this.lostSince = Date.now();
    this.step = this.way = null;
    this.weighing = null;
    this.weighingText = "";
    this.code = decodeURIComponent(location.pathname.match(/^\/r\/([^/]+)/)?.[1] ?? "");
    this.base = this.code ? `/r/${this.code}` : "";
    this.room = new Kept(ROOM + this.code, { token: "", next: 1, out: [], rows: {}, ticks: [], winner: "", about: "" });
    this.frame();
    this.hands();
    this.pictures();
    setInterval(() => this.second(), 1_000);
  }

  say(name, values = {}) {
    return filled(this.words[this.device.is.language][name], values);
  }

  /** Without a code in the address it has to be typed. */
  begin() {
    if (this.code) this.connect();
    else this.askCode();
  }

  askCode(wrong = "") {
    at("ask").hidden = false;
    at("code-wrong").textContent = wrong;
    at("line").textContent = "";
    at("code").focus();
  }

  connect() {
    this.line = new Line(this.base, { hear: (frame) => this.hear(frame), opened: () => this.hello(), lost: () => this.lost() });
    this.told("line", this.say("connecting"));
    this.line.open();
  }

  hello() {
    this.greeted = false;
    const { language, large } = this.device.is;
    const hello = { room: this.code, have: this.have, language, large };
    if (this.room.is.token) hello.token = this.room.is.token;
    this.line?.send({ hello });
  }

  lost() {
    this.lostSince ||= Date.now();
  }

  // ------------------------------------------------------------------------------------------------------------- what the room says

  hear(frame) {
    if (this.lostSince && !frame.away) {
      if (Date.now() - this.lostSince > WAITING) this.announce(this.say("back"));
      this.lostSince = 0;
      at("line").replaceChildren();
    }
    if ("beat" in frame) this.line.send({ beat: frame.beat });
    if (frame.away) this.lost();
    if (frame.back) this.hello();
    if (frame.you) this.takeYou(frame.you);
    if (frame.room) this.v = frame.room.v;
    if ("v" in frame && Object.keys(frame).length === 1) this.v = frame.v;
    for (const [name, [hash, html]] of Object.entries(frame.parts ?? {})) this.put(name, hash, html);
    if (frame.say) this.announce(frame.say);
    if ("clock" in frame) this.clock = frame.clock === null ? 0 : Date.now() + 1_000 * frame.clock;
    if ("yes" in frame) this.answered(frame.yes, frame);
    if ("no" in frame) this.answered(frame.no, frame);
    if (frame.end) this.end(frame.end);
  }

  takeYou(you) {
    this.you = you;
    if (you.token) {
      this.room.put({ token: you.token });
      this.line.send({ beat: 0 }); // the room knows by this that the token has come, and that the place is taken for good
    }
    if (you.role === "guest" && !you.token) this.room.put({ token: "", out: this.room.is.out.filter((one) => one.frame.join) });
    if (you.role !== "guest") forgetOthers(this.code);
    this.room.put({ next: Math.max(this.room.is.next, (you.id ?? 0) + 1) });
    if (you.voice?.winner) this.room.put({ winner: you.voice.winner, about: "" });
    const joined = you.role !== "guest";
    document.body.classList.toggle("joined", joined);
    at("pages").hidden = !joined;
    if (joined) this.stayAwake();
    else this.go("work");
    const office = { captain: this.say("captain"), watcher: this.say("watching") }[you.role];
    at("me").textContent = you.name ? [this.say("name", { name: you.name }), office].filter(Boolean).join(" · ") : "";
    at("page").setAttribute("aria-busy", "false");
    if (!this.greeted) this.room.is.out.forEach((one) => this.line.send(one.frame));
    this.greeted = true;
    this.show();
  }

  /** Over HTTPS a screen may be kept from going dark; elsewhere nothing is lost by sleep. */
  async stayAwake() {
    if (this.awake || document.visibilityState !== "visible" || !navigator.wakeLock) return;
    this.awake = await navigator.wakeLock.request("screen").catch(() => null);
    this.awake?.addEventListener("release", () => (this.awake = null));
  }

  put(name, hash, html) {
    const old = at(name);
    if (!old) return;
    this.have[name] = hash;
    const turn = at("status")?.className;
    Idiomorph.morph(old, html, {
      morphStyle: "outerHTML",
      callbacks: { beforeAttributeUpdated: (attribute, node) => OURS[attribute] !== node.localName },
    });
    if (name === "work") this.takeWork();
    if (name === "status" && at("status").className === "turn" && turn !== "turn") this.announce(at("status").querySelector("h2").textContent);
    this.show();
  }

  /** Weights are this device's: they stay until need, route or bidders are others. */
  takeWork() {
    const text = at("weighing")?.dataset.weighing ?? "";
    const steps = all("[data-way-of]:not([hidden]) [data-step-of]", at("work")).length;
    if (steps !== this.steps) {
      this.steps = steps;
      const inside = document.activeElement === document.body || at("work").contains(document.activeElement);
      this.step = null;
      if (inside && this.pressed) requestAnimationFrame(() => this.toStep());
    }
    if (text === this.weighingText) return;
    this.weighingText = text;
    const before = this.weighing;
    this.weighing = text ? new Weights(JSON.parse(text)) : null;
    if (!this.weighing) return;
    const { key, rows } = this.weighing.data;
    const said = this.you.role === "captain" ? this.onDesk() : this.you.voice?.weights;
    const kept = this.room.is.rows[key] ?? said ?? (before?.touched ? before.data.rows[before.row] : "");
    const row = rows.indexOf(kept);
    if (row >= 0) this.weighing.set(row);
    this.weighing.touched = row >= 0;
    if (this.you.role === "captain") this.writeSoon();
  }

  /** The weights of the desk, as they were when this page was shown last. */
  onDesk() {
    const words = JSON.parse(at("status").dataset.draft || "[]");
    return words.find((word) => word.startsWith("weights "))?.slice(8);
  }

  toStep() {
    const heading = all("[data-step-of]:not([hidden]) h3", at("work"))[0];
    heading?.setAttribute("tabindex", "-1");
    heading?.focus();
  }

  announce(words) {
    at("said").textContent = "";
    requestAnimationFrame(() => (at("said").textContent = words));
  }

  told(where, words, button = "", then = null) {
    const place = at(where);
    place.className = "";
    place.replaceChildren(words);
    if (button) {
      const made = document.createElement("button");
      made.type = "button";
      made.className = "small";
      made.textContent = button;
      made.addEventListener("click", then);
      place.append(made);
    }
  }

  end(why) {
    const again = () => {
      at("line").replaceChildren();
      this.connect();
    };
    if (why === "slow") return this.line.fail(this.line.live);
    if (why === "busy") {
      this.line.shut();
      this.lost();
      return this.line.again(10_000);
    }
    this.line.stop();
    this.lostSince = 0;
    if (why === "unknown") return this.askCode(this.say("unknown"));
    if (why === "closed") this.room.drop();
    const button = { elsewhere: "here", sent: "again", full: "again" }[why];
    return this.told("line", this.say(why in this.words.en ? why : "closed"), button ? this.say(button) : "", again);
  }

  // --------------------------------------------------------------------------------------------------------- what the device says

  /** Keep a frame until it is answered. Of drafts and voices that wait only the last is of interest. */
  out(kind, frame) {
    const id = this.room.is.next;
    const rest = kind === "draft" || kind === "voice" ? this.room.is.out.filter((one) => one.kind !== kind) : this.room.is.out;
    const kept = { kind, frame: { id, ...frame }, sent: Date.now() };
    this.room.put({ next: id + 1, out: [...rest, kept] });
    at("told").replaceChildren();
    this.line?.send(kept.frame);
    this.show();
  }

  answered(id, answer) {
    const one = this.room.is.out.find((waiting) => waiting.frame.id === id);
    this.room.put({ out: this.room.is.out.filter((waiting) => waiting !== one) });
    if (one && answer.look) this.told("told", answer.look);
    else if (one && answer.why && this.wasPressed(one)) this.told("told", answer.why);
    else if (one?.kind === "do") {
      this.told("told", this.say(answer.unsaved ? "unsaved" : "kept"));
      at("told").className = answer.unsaved ? "" : "good";
      setTimeout(() => at("told").className === "good" && at("told").replaceChildren(), 4_000);
    }
    this.show();
  }

  /** Whether a frame was sent by a press that waits for something: a voice, or a draft as it is written, may come too late by itself. */
  wasPressed(one) {
    return one.kind !== "voice" && (one.kind !== "draft" || one.frame.ready === 1);
  }

  /** The decisions as they stand on this device: those of the desk, with this device's weights. */
  decisions() {
    const desk = JSON.parse(at("status").dataset.draft || "[]");
    if (!this.weighing) return desk;
    const { begin, bids } = this.weighing.data;
    if (begin[0] !== (desk[0] ?? begin[0])) return desk;
    return bids.length ? [...begin, `weights ${this.weights()}`] : desk.length > begin.length ? desk : [...begin, `weights ${this.weights()}`];
  }

  weights() {
    return this.weighing.data.rows[this.weighing.row];
  }

  writeSoon() {
    clearTimeout(this.writing);
    this.writing = setTimeout(() => this.write(), WRITING);
  }

  write() {
    clearTimeout(this.writing);
    this.writing = 0;
    if (!this.weighing) return;
    const captain = this.you.role === "captain";
    const desk = at("status").dataset.draft ?? "[]";
    if (captain && JSON.stringify(this.decisions()) !== desk) this.out("draft", { draft: this.decisions(), at: this.v });
    if (this.weighing.touched && this.voiced !== this.weights()) {
      this.voiced = this.weights();
      this.voice({ weights: this.weights() });
    }
  }

  voice(voice) {
    const waiting = this.room.is.out.find((one) => one.kind === "voice");
    this.out("voice", { voice: { ...waiting?.frame.voice, ...voice }, at: this.v });
  }

  moved() {
    const { data } = this.weighing;
    this.weighing.touched = true;
    this.room.put({ rows: { [data.key]: this.weights() } });
    this.writeSoon();
    this.show();
  }

  // ------------------------------------------------------------------------------------------------------------------------- hands

  hands() {
    document.addEventListener("click", (event) => {
      const button = event.target.closest("button");
      if (!button || button.getAttribute("aria-disabled") === "true") return;
      this.pressed = Date.now();
      for (const [name, value] of Object.entries(button.dataset)) PRESSES[name]?.call(this, value, button);
    });
    document.addEventListener("input", (event) => {
      const criterion = event.target.dataset?.criterion;
      if (criterion === undefined || !this.weighing) return;
      const values = this.weighing.rows.values(Number(criterion));
      this.weighing.move(Number(criterion), values[Number(event.target.value)]);
      this.moved();
    });
    at("ask").addEventListener("submit", (event) => {
      event.preventDefault();
      const code = at("code").value.toUpperCase().replace(/[^0-9A-Z]/g, "");
      if (code.length === 6) location.assign(`/r/${code}`);
      else at("code-wrong").textContent = this.say("wrong code");
    });
    for (const name of ["pageshow", "online"]) window.addEventListener(name, () => this.line?.wake());
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState !== "visible") return;
      this.line?.wake();
      if (this.you.role !== "guest") this.stayAwake();
    });
  }

  /** The frame's own buttons: language, letters, look, and to forget who one was. */
  frame() {
    const press = (id, then) => at(id).addEventListener("click", then);
    const settings = (open) => {
      at("settings").hidden = !open;
      at("menu").setAttribute("aria-expanded", open);
      at("sure").hidden = true;
    };
    const set = (values) => {
      this.device.put(values);
      this.dress();
      this.hello();
    };
    press("menu", () => settings(at("settings").hidden));
    press("other", () => set({ language: this.device.is.language === "en" ? "cy" : "en" }));
    press("large", () => set({ large: 1 - this.device.is.large }));
    press("dark", () => {
      this.device.put({ look: this.isDark() ? "light" : "dark" });
      this.dress();
    });
    press("forget", () => {
      at("sure").hidden = false;
      at("sure-no").focus();
    });
    press("sure-no", () => settings(false));
    press("sure-yes", () => {
      this.line?.stop();
      this.room.drop();
      location.reload();
    });
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.dress());
    this.dress();
    this.go("work");
  }

  isDark() {
    return this.device.is.look ? this.device.is.look === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  }

  dress() {
    const root = document.documentElement;
    const { language, large } = this.device.is;
    root.lang = language;
    root.toggleAttribute("data-large", large === 1);
    root.dataset.look = this.isDark() ? "dark" : "light";
    at("large").setAttribute("aria-pressed", large === 1);
    at("dark").setAttribute("aria-pressed", this.isDark());
    for (const one of all("[data-say]")) one.textContent = this.say(one.dataset.say);
    at("pages").setAttribute("aria-label", this.say("pages"));
    at("other").lang = language === "en" ? "cy" : "en";
  }

  go(name) {
    document.body.dataset.go = name;
    for (const button of all("[data-go]", at("pages"))) {
      if (button.dataset.go === name) button.setAttribute("aria-current", "page");
      else button.removeAttribute("aria-current");
    }
  }

  /** The icons, as symbols of the page. Without them the page says the same. */
  async pictures() {
    const answer = await fetch("/pictures.svg").catch(() => null);
    if (!answer?.ok) return;
    const made = new DOMParser().parseFromString(await answer.text(), "image/svg+xml").documentElement;
    const holder = document.createElement("div");
    holder.hidden = true;
    holder.append(document.importNode(made, true));
    document.body.append(holder);
  }

  second() {
    this.line?.watch();
    const gone = this.lostSince ? Date.now() - this.lostSince : 0;
    if (this.line && !this.line.stopped && gone > WAITING && at("page").getAttribute("aria-busy") === "false")
      this.told("line", this.say(gone > OFFLINE ? "offline" : "waiting"));
    else if (this.line && !this.line.stopped && gone > OFFLINE) this.told("line", this.say("offline"));
    const now = Date.now();
    for (const one of this.room.is.out) {
      if (this.lostSince || now - one.sent < AGAIN) continue;
      one.sent = now;
      this.line?.send(one.frame);
    }
    if (at("clock")) at("clock").textContent = this.clock ? this.say("seconds", { n: Math.max(0, Math.round((this.clock - now) / 1_000)) }) : "";
  }

  // ------------------------------------------------------------------------------------------------- what the device shows by itself

  show() {
    const pressed = (what, is) => all(what).forEach((one) => one.setAttribute("aria-pressed", is(one)));
    const work = at("work");
    const desk = JSON.parse(at("status")?.dataset.draft || "[]");
    if (work && !work.hidden) {
      const shown = this.way ?? all("[data-way]", work).find((one) => one.getAttribute("aria-pressed") === "true")?.dataset.way;
      if (this.way) {
        pressed("[data-way]", (one) => one.dataset.way === shown);
        all("[data-way-of]", work).forEach((one) => (one.hidden = one.dataset.wayOf !== shown));
      }
      if (at("act")) at("act").hidden = Boolean(this.way) && desk.length > 0 && !desk[0].startsWith(this.way);
      for (const way of all("[data-way-of]", work)) {
        const steps = all("[data-step-of]", way);
        const step = way.hidden ? null : Math.min(this.step ?? steps.length - 1, steps.length - 1);
        if (step === null) continue;
        steps.forEach((one, place) => (one.hidden = place !== step));
        all("[data-step]", way).forEach((one, place) => one.setAttribute("aria-pressed", place === step));
      }
    }
    this.showTicks(desk);
    if (this.weighing) this.showWeights(pressed);
    const about = all("[data-about]")[0]?.dataset.about ?? this.weighing?.data.begin.join() ?? "";
    pressed("[data-winner]", (one) => one.dataset.winner === this.room.is.winner && ["", about].includes(this.room.is.about));
    const act = at("act");
    const busy = this.room.is.out.some((one) => one.kind === "do");
    act?.toggleAttribute("data-busy", busy);
    clearTimeout(this.slow);
    if (busy) this.slow = setTimeout(() => this.room.is.out.some((one) => one.kind === "do") && this.told("told", this.say("sending")), SLOW);
    document.title = at("status")?.className === "turn" ? "● Caffael" : "Caffael";
  }

  /** Contracts to manage: the ticks are this device's, and there are no more than days. */
  showTicks(desk) {
    const left = at("days-left");
    if (!left) {
      this.ticks = null;
      return;
    }
    this.ticks ??= new Set(desk.filter((word) => word.startsWith("manage ")));
    const days = Number(left.dataset.days) - this.ticks.size;
    left.textContent = this.say("days", { n: days });
    for (const card of all("[data-tick]")) {
      const ticked = this.ticks.has(card.dataset.tick);
      card.setAttribute("aria-pressed", ticked);
      if (!ticked && days <= 0) card.setAttribute("aria-disabled", "true");
      else card.removeAttribute("aria-disabled");
    }
  }

  showWeights(pressed) {
    const { weighing } = this;
    const { data, weights, row } = weighing;
    pressed("[data-row]", (one) => Number(one.dataset.row) === row);
    for (const slider of all("[data-criterion]")) {
      const criterion = Number(slider.dataset.criterion);
      const said = `${weights[criterion]}\u00a0%`;
      slider.value = weighing.rows.values(criterion).indexOf(weights[criterion]);
      slider.setAttribute("aria-valuetext", said);
      at(`${slider.id}-said`).textContent = said;
    }
    const list = at("bids");
    if (!list || !data.bids.length) return;
    const ranked = weighing.ranked();
    ranked.forEach(({ at: place, bid, total }, rank) => {
      const item = at(`bid-${bid.word}`);
      item.classList.toggle("first", rank === 0);
      item.querySelector("[data-rank]").textContent = `${rank + 1}.`;
      item.querySelector("[data-total]").textContent = points(total);
      let left = 0;
      all("[data-part]", item).forEach((part, criterion) => {
        const wide = (weights[criterion] * bid.scores[criterion]) / 100_000;
        part.setAttribute("x", left);
        part.setAttribute("width", wide);
        left += wide;
      });
      if (list.children[rank] !== item && !item.contains(document.activeElement)) list.insertBefore(item, list.children[rank]);
    });
    const words = weighing.advice();
    if (at("advice").textContent !== words) at("advice").textContent = words;
    const first = ranked[0].bid;
    at("money").textContent = first.money;
    at("money").className = `money ${first.tone}`;
    clearTimeout(this.telling);
    if (weighing.touched && this.lately !== words) this.telling = setTimeout(() => this.announce((this.lately = words)), 800);
  }
}

/** What a press does, by what stands on the button. */
const PRESSES = {
  go(name) {
    this.go(name);
    scrollTo(0, 0);
  },
  join(seat) {
    this.out("join", { join: { team: Number(seat) } });
  },
  watch() {
    this.out("join", { join: { watch: 1 } });
  },
  card(id) {
    this.out("join", { join: { card: at(id).value.trim() } });
  },
  captain(what, button) {
    this.out("captain", what === "give" ? { captain: what, to: Number(button.dataset.to) } : { captain: what });
  },
  draft(words) {
    this.way = null;
    this.out("draft", { draft: JSON.parse(words), at: this.v });
  },
  way(name) {
    this.way = name;
    this.step = null;
    this.show();
  },
  step(place) {
    this.step = Number(place);
    this.show();
    this.toStep();
  },
  row(row) {
    this.weighing.set(Number(row));
    this.moved();
  },
  take(words) {
    const row = this.weighing?.data.rows.indexOf(words) ?? -1;
    if (row < 0) return;
    this.weighing.set(row);
    this.moved();
  },
  winner(winner, button) {
    const about = button.closest("[data-about]")?.dataset.about ?? this.weighing?.data.begin.join() ?? "";
    this.room.put({ winner, about });
    this.voice({ winner });
  },
  tick(word) {
    if (this.ticks.has(word)) this.ticks.delete(word);
    else this.ticks.add(word);
    this.out("draft", { draft: [...this.ticks], at: this.v });
  },
  done(word) {
    this.out("do", { do: [...this.ticks, word], at: this.v });
  },
  do(words) {
    this.out("do", { do: JSON.parse(words), at: this.v });
  },
  act(what, button) {
    if (button.hasAttribute("data-busy")) return;
    clearTimeout(this.writing);
    const words = this.decisions();
    if (what === "do") this.out("do", { do: words, at: this.v });
    else this.out("draft", { draft: words, at: this.v, ...(what === "ready" ? { ready: 1 } : {}) });
  },
};

Object.assign(window, { Caffael: { Weights, Rows, weigh, points, Line } });
if (document.documentElement.dataset.words) new Page().begin();
