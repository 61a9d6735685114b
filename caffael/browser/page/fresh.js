// A new version of the game is offered, never forced: it is taken when somebody presses, and the page opens again with it.

/** Register the service worker where there is one; `offer(take)` is called when a new version waits, and `take()` changes to it. */
export async function keepFresh(offer) {
  const keeper = navigator.serviceWorker; // none on plain http, in some private windows and in some schools' browsers
  if (!keeper) return;
  try {
    const had = keeper.controller !== null;
    const registration = await keeper.register("sw.js", { updateViaCache: "none" });
    const take = (waiting) => {
      keeper.addEventListener("controllerchange", () => location.reload(), { once: true });
      waiting.postMessage("change");
    };
    const look = () => {
      if (had && registration.waiting) offer(() => take(registration.waiting));
    };
    registration.addEventListener("updatefound", () => registration.installing?.addEventListener("statechange", look));
    look();
  } catch {
    // the game runs without it; it only does not open without a network
  }
}
