// The board as elements over its canvas: nobody sees them, a screen reader reads them, and the keys of a keyboard on glass come through them.
//
// The board owns the focus. The page's focus follows it; where a screen reader has moved the page's focus, the board is told. The keys go to
// the board alone: what an element would do with them by itself is prevented, so that nothing happens twice.

const ROOT = 0;
const TAGS = {
  window: "main", text: "p", status: "div", row: "p", alert: "div", timer: "div", button: "button", switch: "button", heading: "h1",
  slider: "input", "spin button": "input", "text box": "input",
};
const ROLES = {
  status: "status", alert: "alert", timer: "timer", switch: "switch", "radio group": "radiogroup", "radio button": "radio",
  list: "listbox", option: "option", dialog: "dialog",
};
const READ = new Set(["text", "status", "row", "heading", "alert", "timer"]); // nothing but words
const GROUPS = new Set(["group", "card", "scroll area"]);
const PRESSED_BY = new Set(["Enter", " "]);
const TURNED_BY = new Set(["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End", "PageUp", "PageDown"]);

/** Words one after the other, with a full stop after what has no sign of its own. */
function sentences(...words) {
  const said = words.filter(Boolean);
  return said.length === 1 ? said[0] : said.map((one) => (/[.!?…]$/.test(one) ? one : `${one}.`)).join(" ");
}

/** Sets an attribute, or takes it away, only where it is not so already: a screen reader hears of every change. */
function set(element, name, value) {
  if (value === undefined || value === null || value === false) {
    if (element.hasAttribute(name)) element.removeAttribute(name);
  } else if (element.getAttribute(name) !== String(value)) {
    element.setAttribute(name, value);
  }
}

function write(element, words) {
  if (element.textContent !== words) element.textContent = words;
}

/** What is in the element of a thing, beside the elements of its children. */
function kindOf(thing) {
  if (GROUPS.has(thing.role)) return thing.press ? "button" : thing.children || thing.focus ? "div" : "p";
  return TAGS[thing.role] ?? "div";
}

export class Access {
  /** `stage` holds the canvas; `post(kind, message)` sends to the board; `density` is how many pixels of the canvas a pixel of the page has. */
  constructor(stage, post, density = window.devicePixelRatio || 1) {
    this.post = post;
    this.density = density;
    this.things = new Map(); // by key: what was told, and its element
    this.focus = ROOT;
    this.following = false;
    this.root = document.createElement("div");
    this.root.className = "access";
    this.notes = document.createElement("div");
    this.notes.hidden = true;
    stage.append(this.root, this.notes);
    this.root.addEventListener("click", (event) => this.pressed(event));
    this.root.addEventListener("focusin", (event) => this.focused(event));
    this.root.addEventListener("input", (event) => this.turned(event));
    this.root.addEventListener("keydown", (event) => this.held(event));
    this.root.addEventListener("keyup", (event) => this.held(event));
    stage.addEventListener("mousedown", (event) => this.touched(event));
    stage.addEventListener("focusin", (event) => event.target.tagName === "CANVAS" && this.follow());
  }

  // What the board tells

  /** Takes what has changed. */
  take(message) {
    for (const key of message.gone ?? []) this.drop(key);
    const changed = message.things ?? [];
    for (const thing of changed) this.put(thing);
    for (const thing of changed) this.arrange(this.things.get(thing.key));
    if (message.language) set(document.documentElement, "lang", message.language);
    if (message.focus !== undefined) this.focus = message.focus;
    this.follow(message.caret);
  }

  /** Says how many pixels of the canvas a pixel of the page has now. */
  resize(density) {
    if (density === this.density) return;
    this.density = density;
    for (const known of this.things.values()) this.place(known);
  }

  drop(key) {
    const known = this.things.get(key);
    if (!known) return;
    this.things.delete(key);
    known.element.remove();
    known.note?.remove();
  }

  put(thing) {
    let known = this.things.get(thing.key);
    const tag = kindOf(thing);
    if (!known || known.tag !== tag) {
      const element = document.createElement(tag);
      element.id = `a${thing.key}`;
      element.dataset.key = thing.key;
      if (known) known.element.replaceWith(element);
      known = { tag, element, parent: known?.parent, thing: null };
      this.things.set(thing.key, known);
      if (thing.key === ROOT) this.root.append(element);
    }
    known.thing = thing;
    known.words = this.describe(known);
  }

  /** Puts a thing's role, name, value and states on its element; gives the words that stand in it, if any. */
  describe(known) {
    const { element, thing, tag } = known;
    const own = tag === "button" || tag === "p" || tag === "input" || tag === "main" || tag === "h1";
    const role = ROLES[thing.role] ?? (own ? undefined : "group");
    set(element, "role", role);
    set(element, "aria-live", thing.live ? (thing.role === "alert" ? "assertive" : "polite") : undefined);
    set(element, "aria-disabled", thing.disabled ? "true" : undefined);
    this.state(known);
    if (tag === "input") {
      this.field(known);
    } else {
      set(element, "tabindex", thing.key === ROOT ? -1 : tag === "button" ? undefined : thing.focus ? 0 : thing.role === "radio button" ? -1 : undefined);
    }
    if (tag === "button") set(element, "type", "button");
    const read = READ.has(thing.role) || tag === "p";
    set(element, "aria-label", read || tag === "button" || thing.role === "radio button" || thing.role === "option" ? undefined : thing.label);
    this.note(known, read ? "" : this.more(thing, tag));
    if (read) return sentences(thing.label, thing.value, thing.more);
    return tag === "button" || thing.role === "radio button" || thing.role === "option" ? thing.label ?? "" : "";
  }

  /** What is said after the name: for what says its value by itself only what there is more to know. */
  more(thing, tag) {
    const says = tag === "input" || thing.role === "switch" || thing.role === "radio group";
    return sentences(says ? "" : thing.value, thing.more);
  }

  state({ element, thing, tag }) {
    const on = thing.on === undefined ? undefined : String(thing.on);
    const checked = thing.role === "switch" || thing.role === "radio button";
    set(element, "aria-checked", checked ? on ?? "false" : undefined);
    set(element, "aria-selected", thing.role === "option" ? on ?? "false" : undefined);
    set(element, "aria-pressed", !checked && thing.role !== "option" && tag === "button" ? on : undefined);
    set(element, "aria-modal", thing.role === "dialog" ? "true" : undefined);
  }

  field({ element, thing }) {
    if (thing.range) {
      const [number, low, high, step] = thing.range;
      for (const [name, value] of [["type", "range"], ["min", low], ["max", high], ["step", step]]) set(element, name, value);
      if (Number(element.value) !== number) element.value = number;
      set(element, "aria-valuetext", thing.value);
      return;
    }
    const still = { type: "text", autocomplete: "off", autocorrect: "off", autocapitalize: "off", spellcheck: "false", enterkeyhint: "done" };
    for (const [name, value] of Object.entries(still)) set(element, name, value);
    element.readOnly = Boolean(thing.disabled);
    element.classList.toggle("away", Boolean(thing.away || thing.disabled));
    if (element.value !== (thing.value ?? "") && !element.dataset.composing) element.value = thing.value ?? "";
  }

  /** Keeps a description in an element of its own, as it is read in all browsers. */
  note(known, words) {
    if (!words) {
      known.note?.remove();
      known.note = undefined;
    } else {
      if (!known.note) {
        known.note = document.createElement("span");
        known.note.id = `${known.element.id}m`;
        this.notes.append(known.note);
      }
      write(known.note, words);
    }
    set(known.element, "aria-describedby", words ? known.note.id : undefined);
  }

  // Where elements stand

  /** Brings what is in an element into order: its words, then its children. What can be pressed holds words alone, its children follow it. */
  arrange(known) {
    if (!known) return;
    const { element, thing, tag } = known;
    const inside = this.childrenOf(thing);
    const heading = thing.role === "dialog" && thing.label;
    if (tag === "input") {
      // holds nothing
    } else if (tag === "button" || tag === "p" || !inside.length) {
      if (!heading) write(element, known.words);
    }
    if (heading || (inside.length && tag !== "button" && tag !== "p" && tag !== "input")) this.fill(known, inside, heading);
    this.place(known);
    for (const child of thing.children ?? []) this.place(this.things.get(child));
    if (known.parent !== undefined && (tag === "button" || tag === "input") && thing.children) this.arrange(this.things.get(known.parent));
  }

  /** The things that stand in the element of a thing: its children, each followed by those that it can't hold itself. */
  childrenOf(thing) {
    const found = [];
    for (const key of thing.children ?? []) {
      const child = this.things.get(key);
      if (!child) continue;
      found.push(child);
      if (child.tag === "button" || child.tag === "input" || child.tag === "p") found.push(...this.childrenOf(child.thing));
    }
    return found;
  }

  fill(known, inside, heading) {
    const wanted = inside.map((child) => child.element);
    for (const child of inside) child.parent = known.thing.key;
    const words = known.words || heading;
    if (words) {
      known.title ??= document.createElement(heading ? "h1" : "p");
      write(known.title, words);
      wanted.unshift(known.title);
    }
    if (!known.title) for (const node of [...known.element.childNodes]) if (node.nodeType === Node.TEXT_NODE) node.remove();
    let at = known.element.firstChild;
    for (const one of wanted) {
      if (one === at) at = at.nextSibling;
      else known.element.insertBefore(one, at);
    }
    while (at) {
      const next = at.nextSibling;
      at.remove();
      at = next;
    }
  }

  /** Lays an element over what it stands for; one in another is measured from that. */
  place(known) {
    if (!known) return;
    const holder = known.element.parentElement?.dataset.key;
    const [x, y] = holder === undefined ? [0, 0] : this.things.get(Number(holder))?.thing.bounds ?? [0, 0];
    const [left, top, right, bottom] = known.thing.bounds;
    const style = known.element.style;
    style.left = `${(left - x) / this.density}px`;
    style.top = `${(top - y) / this.density}px`;
    style.width = `${(right - left) / this.density}px`;
    style.height = `${(bottom - top) / this.density}px`;
  }

  // The focus

  /** The element that has the focus when a thing has it: of several that exclude each other the one that is chosen. */
  holder(key) {
    const known = this.things.get(key);
    if (known?.thing.role !== "radio group") return known?.element;
    const options = (known.thing.children ?? []).map((child) => this.things.get(child)).filter(Boolean);
    const chosen = options.find((one) => one.thing.on) ?? options[0];
    for (const one of options) set(one.element, "tabindex", one === chosen ? 0 : -1);
    set(known.element, "tabindex", undefined);
    return chosen?.element ?? known.element;
  }

  /** Lets the page's focus follow the board's; where it is elsewhere on the page, only if it `must`. */
  follow(caret, must = false) {
    const element = this.holder(this.focus);
    const now = document.activeElement;
    if (!element || !(must || now === null || now === document.body || now.tagName === "CANVAS" || this.root.contains(now))) return;
    this.following = true;
    if (now !== element) element.focus({ preventScroll: true });
    if (caret && element.type === "text" && !element.dataset.composing) {
      const [first, last] = caret;
      if (element.selectionStart !== first || element.selectionEnd !== last) element.setSelectionRange(first, last);
    }
    this.following = false;
  }

  /** A touch of the canvas takes the page's focus nowhere by itself: the board says where it goes. */
  touched(event) {
    if (event.target.tagName !== "CANVAS") return;
    event.preventDefault();
    if (!this.root.contains(document.activeElement)) this.follow(undefined, true);
  }

  // What a screen reader does

  knownOf(event) {
    const key = event.target.closest?.("[data-key]")?.dataset.key;
    return key === undefined ? undefined : this.things.get(Number(key));
  }

  ask(what, known, to) {
    this.post("access", to === undefined ? { what, key: known.thing.key } : { what, key: known.thing.key, to });
  }

  pressed(event) {
    const known = this.knownOf(event);
    if (!known || known.thing.role === "text box" || known.thing.range) return;
    event.preventDefault();
    if (known.thing.press) this.ask("press", known);
  }

  focused(event) {
    const known = this.knownOf(event);
    if (this.following || !known || known.thing.key === ROOT) return;
    this.ask("focus", known);
  }

  turned(event) {
    const known = this.knownOf(event);
    if (!known?.thing.range) return;
    this.ask("set", known, Number(event.target.value));
  }

  /** Whether Tab goes on to what lies beyond the board, such as the bars of the browser: from its last element, or back from its first. */
  leaves(event) {
    if (event.key !== "Tab" || !this.root.contains(document.activeElement)) return false;
    const stops = [...this.things.values()].filter(({ thing }) => thing.focus).map(({ thing }) => this.holder(thing.key));
    const before = event.shiftKey ? Node.DOCUMENT_POSITION_PRECEDING : Node.DOCUMENT_POSITION_FOLLOWING;
    return !stops.some((one) => document.activeElement.compareDocumentPosition(one) & before);
  }

  /** The board takes the keys: an element does nothing with them by itself. */
  held(event) {
    const range = event.target.type === "range";
    if (event.target.type !== "text" && (PRESSED_BY.has(event.key) || (range && TURNED_BY.has(event.key)))) event.preventDefault();
  }
}
