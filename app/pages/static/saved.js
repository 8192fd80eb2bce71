/* What a person saves: quotations by their place, and searches. Where people sign in, the server keeps the list; elsewhere this
 * browser does, and sends the server the places, never words. */
window.kloeSaved = (() => {
  "use strict";

  const MOST = 500; // entries
  const FAILED = "Kloe cannot be reached at the moment. Try again.";
  let root = ""; // the path below which Kloe is served
  let key = "kloe-saved"; // where this browser keeps the list; another Kloe of the same site has another
  let kept = null; // whether the server keeps the list; null until it has said so
  let ids = new Set(); // of the entries that the server keeps
  let searches = new Set(); // those of them that are searches
  let removed = false; // whether the list is redrawn because something was taken off it

  function start(below) {
    root = below;
    key += root;
    document.addEventListener("click", clicked);
    addEventListener("storage", () => mark(document)); // another tab of this browser has changed the list
    ask().catch(() => {}); // asked again when somebody saves something
  }

  async function ask() {
    const response = await fetch(`${root}/saved/items`);
    if (!response.ok) throw new Error(FAILED);
    const reply = await response.json();
    kept = reply.kept;
    ids = new Set(reply.ids);
    searches = new Set(reply.searches);
    mark(document);
  }

  /* The entries that this browser keeps, each with its id. */
  function list() {
    try {
      const read = JSON.parse(localStorage.getItem(key) ?? "[]");
      return Array.isArray(read) ? read : [];
    } catch {
      return []; // it is not allowed to keep anything, or something else has written there
    }
  }

  function store(entries) {
    if (entries.length > MOST) throw new Error(`Your list is full: it holds ${MOST}. Remove something first.`);
    try {
      localStorage.setItem(key, JSON.stringify(entries));
    } catch {
      throw new Error("This browser does not allow Kloe to keep a list.");
    }
  }

  /* Save an item, or take it off the list where `item` is null. */
  async function change(id, item) {
    if (kept === null) await ask();
    if (!kept) {
      const others = list().filter((entry) => entry?.id !== id);
      return store(item ? [...others, { id, item }] : others);
    }
    const request = { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(item) };
    const address = `${root}/api/v1/saved`;
    const sent = item ? fetch(address, request) : fetch(`${address}?id=${encodeURIComponent(id)}`, { method: "DELETE" });
    const response = await sent.catch(() => null);
    const gone = !item && response?.status === 404; // another tab has removed it
    if (!response?.ok && !gone) throw new Error((await response?.json().catch(() => null))?.detail ?? FAILED);
    if (item) ids.add(id);
    else ids.delete(id);
    if (item?.type === "search") searches.add(id);
    else searches.delete(id);
  }

  async function clicked(event) {
    const button = event.target.closest("[data-save], [data-remove]");
    if (!button) return;
    const { save, item, remove } = button.dataset;
    const adds = Boolean(save) && button.getAttribute("aria-pressed") !== "true";
    try {
      await change(save ?? remove, adds ? JSON.parse(item) : null);
    } catch (error) {
      return say(button, error.message);
    }
    window.kloe.announce(adds ? "Saved." : "Removed from what you saved.");
    mark(document);
    if (save) return;
    removed = true;
    window.kloe.go("?view=saved");
  }

  function say(button, message) {
    const words = button.querySelector("span") ?? button;
    const label = (words.dataset.label ??= words.textContent);
    words.textContent = message;
    window.kloe.announce(message);
    setTimeout(() => (words.textContent = label), 4000);
  }

  /* Press the buttons of what is saved already, and tell how many searches are. */
  function mark(root) {
    const saved = kept ? ids : new Set(list().map((entry) => entry?.id));
    for (const button of root.querySelectorAll("[data-save]"))
      button.setAttribute("aria-pressed", String(saved.has(button.dataset.save)));
    const count = kept ? searches.size : list().filter((entry) => entry?.item?.type === "search").length;
    for (const place of root.querySelectorAll("[data-saved-searches]")) place.textContent = ` (${count})`;
  }

  /* A part of the page was redrawn. */
  function drawn(name, element) {
    mark(element);
    if (name !== "saved") return;
    if (element.querySelector("[data-waiting]")) return window.kloe.go("?view=saved");
    if (removed) document.getElementById("saved-heading")?.focus();
    removed = false;
  }

  return { start, drawn, list };
})();
