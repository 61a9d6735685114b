// What is seen before the board is there: how much has come, in the language of the reader, and what to do where it can't be had.

import { WORDS } from "./words.js";

const KEY = "caffael-language";
const MEGABYTE = 1_000_000;
const at = (id) => document.getElementById(id);

/** A sentence with what stands in its braces. */
export function filled(sentence, values) {
  return sentence.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

/** The language that was chosen here, else the first of the browser's that we speak. */
function spoken() {
  try {
    const kept = localStorage.getItem(KEY);
    if (kept in WORDS) return kept;
  } catch {
    // storage is denied: the browser's language it is
  }
  return (navigator.languages ?? []).map((tag) => tag.slice(0, 2).toLowerCase()).find((code) => code in WORDS) ?? "en";
}

export class Loading {
  constructor() {
    this.code = spoken();
    this.far = null;
    this.wrong = null;
    at("unstarted").remove();
    at("other").hidden = false;
    at("other").addEventListener("click", () => this.speak(this.code === "en" ? "cy" : "en"));
    at("again").addEventListener("click", () => location.reload());
    this.speak(this.code, false);
  }

  get words() {
    return WORDS[this.code];
  }

  /** Say everything in a language; one that was chosen is kept for the next time. */
  speak(code, keep = true) {
    this.code = code;
    document.documentElement.lang = code;
    document.documentElement.dataset.chosen = code;
    if (keep) {
      try {
        localStorage.setItem(KEY, code);
      } catch {
        // storage is denied: asked again the next time
      }
    }
    at("other").textContent = this.words.other;
    at("other").lang = code === "en" ? "cy" : "en";
    at("again").textContent = this.words.again;
    at("picture").alt = this.words.picture;
    at("bar").setAttribute("aria-label", this.words.bar);
    at("waiting").textContent = this.words.waits;
    at("alone").textContent = this.words.alone;
    if (this.far) this.progress(...this.far);
    if (this.wrong) this.trouble(...this.wrong);
  }

  /** So many bytes of so many are here. */
  progress(done, total) {
    this.far = [done, total];
    const number = new Intl.NumberFormat(this.code, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
    const values = { done: number.format(done / MEGABYTE), total: number.format(total / MEGABYTE) };
    at("bar").value = total ? done / total : 0;
    const said = done < total ? filled(this.words.fetching, values) : this.words.opening;
    if (at("state").textContent !== said) at("state").textContent = said;
  }

  /** Another tab keeps the games: say so until it is closed, or until the reader plays here without (`alone`). */
  wait(alone) {
    at("waiting").hidden = at("alone").hidden = false;
    at("state").hidden = true;
    at("alone").onclick = () => {
      this.goOn();
      alone();
    };
  }

  /** There is nothing to wait for any more. */
  goOn() {
    at("waiting").hidden = at("alone").hidden = true;
    at("state").hidden = false;
  }

  /** Say what is wrong, by the name of its sentence, and offer to try again where that may help. */
  trouble(name, values = {}, again = true) {
    this.wrong = [name, values, again];
    at("bar").hidden = true;
    at("state").hidden = true;
    at("trouble").textContent = filled(this.words[name], values);
    at("trouble").hidden = false;
    at("again").hidden = !again;
    at("loading").hidden = false;
    if (again) at("again").focus();
  }

  /** The board is there. */
  done() {
    at("loading").hidden = true;
  }
}
