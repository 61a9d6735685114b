// What is typed into a line of the board: letters, letters that are still being put together, and what a keyboard on glass does without keys.
//
// A line is an input over the canvas, so that a tap brings the keyboard up within the gesture. What would change the input is prevented and
// goes to the board; the input then follows the board's line. Only what a browser does not let be prevented is taken over as a whole.

const KEYS = {
  deleteContentBackward: ["Backspace"],
  deleteContentForward: ["Delete"],
  deleteWordBackward: ["Backspace", true],
  deleteWordForward: ["Delete", true],
  insertLineBreak: ["Enter"],
  insertParagraph: ["Enter"],
  historyUndo: ["z", true],
};
const UNNAMED = new Set(["Dead", "Process", "Unidentified", "Compose"]);
const AIR = 24; // pixels between the line and the keyboard

/** Whether a key writes something: then the browser may make a letter of it, and the letter is what counts. */
export function writes(event) {
  if (event.isComposing || event.keyCode === 229 || UNNAMED.has(event.key)) return true;
  const letters = event.getModifierState?.("AltGraph") || !(event.ctrlKey || event.metaKey || event.altKey);
  const made = event.altKey && !event.ctrlKey && /Mac|iP/.test(navigator.platform); // Option makes letters there
  return [...event.key].length === 1 && (letters || made);
}

/** How far the stage has to go up so that a line is seen above the keyboard. */
export function lift(line, shifted, viewport) {
  const foot = line.bottom + shifted + AIR - (viewport.offsetTop + viewport.height);
  return Math.max(0, Math.min(foot, line.top + shifted - viewport.offsetTop));
}

export class Typing {
  /** `access` has the elements; `post(kind, message)` sends to the board. Keys without letters go on as keydown of their own. */
  constructor(stage, access, post) {
    this.stage = stage;
    this.access = access;
    this.post = post;
    this.shifted = 0;
    const root = access.root;
    for (const [name, hear] of [
      ["keydown", this.key],
      ["beforeinput", this.before],
      ["input", this.after],
      ["compositionstart", this.begun],
      ["compositionupdate", this.composing],
      ["compositionend", this.composed],
      ["pointerdown", this.touched],
      ["pointermove", this.touched],
      ["pointerup", this.touched],
      ["pointercancel", this.touched],
    ]) {
      root.addEventListener(name, (event) => this.isLine(event.target) && hear.call(this, event));
    }
    root.addEventListener("focusin", () => this.settle());
    root.addEventListener("focusout", () => this.settle());
    const viewport = window.visualViewport;
    for (const name of ["resize", "scroll"]) viewport?.addEventListener(name, () => this.settle());
  }

  isLine(element) {
    return element.tagName === "INPUT" && element.type === "text";
  }

  say(words) {
    if (words) this.post("text", { text: words });
  }

  /** A key that writes is for the browser, which makes a letter of it; all others are the board's. */
  key(event) {
    if (writes(event)) event.stopPropagation();
  }

  before(event) {
    if (event.inputType === "insertCompositionText" || event.inputType === "insertFromComposition" || event.isComposing) return;
    const key = KEYS[event.inputType];
    if (event.inputType === "insertText") this.say(event.data);
    else if (key) this.press(event.target, ...key);
    else return;
    event.preventDefault();
  }

  /** Presses a key in the place of a keyboard that has none. */
  press(line, key, ctrlKey = false) {
    const code = key.length === 1 ? `Key${key.toUpperCase()}` : key;
    for (const name of ["keydown", "keyup"]) line.dispatchEvent(new KeyboardEvent(name, { key, code, ctrlKey, bubbles: true, cancelable: true }));
  }

  /** What could not be prevented, such as a word that the keyboard puts in the place of another: the whole line is told. */
  after(event) {
    if (event.isComposing || event.target.dataset.composing) return;
    const known = this.access.knownOf(event);
    if (known && event.target.value !== (known.thing.value ?? "")) this.access.ask("set", known, event.target.value);
  }

  begun(event) {
    event.target.dataset.composing = "true";
  }

  composing(event) {
    this.post("composed", { text: event.data ?? "" });
  }

  composed(event) {
    const line = event.target;
    this.post("composed", { text: "" });
    this.say(event.data);
    queueMicrotask(() => this.end(line));
    setTimeout(() => this.end(line)); // some browsers put the letters in only now
  }

  /** The letters that were put together are the board's now: until it answers, its last line stands in the input. */
  end(line) {
    delete line.dataset.composing;
    const known = this.access.things.get(Number(line.dataset.key));
    if (known && line.value !== (known.thing.value ?? "")) line.value = known.thing.value ?? "";
  }

  /** A line lies over the canvas: the board has to hear of the finger, too. */
  touched(event) {
    this.stage.querySelector("canvas")?.dispatchEvent(new PointerEvent(event.type, event));
  }

  /** Moves the stage up while the keyboard would hide the line that is typed, and back afterwards. */
  settle() {
    const viewport = window.visualViewport;
    const line = document.activeElement;
    const up = viewport && line && this.isLine(line) && this.access.root.contains(line) ? lift(line.getBoundingClientRect(), this.shifted, viewport) : 0;
    const typed = line && this.isLine(line);
    if (!typed && (window.scrollX || window.scrollY)) window.scrollTo(0, 0); // an iPad moves the page under its keyboard, and leaves it so
    if (up === this.shifted) return;
    this.shifted = up;
    this.stage.style.transform = up ? `translateY(${-up}px)` : "";
  }
}
