/* What Kloe's page does in the browser. The server draws every part of it from an address ("/?view=ask&q=…"); this script tells
 * the server where to go, keeps the address bar and the keyboard's place right, and copies links. */
window.kloe = (() => {
  "use strict";

  const WAIT = 150; // milliseconds without a key before a search
  const said = () => document.getElementById("kloe-said");
  const view = () => new URLSearchParams(location.search).get("view") || "ask";
  const TABS = { ask: "ask", search: "search", documents: "documents", document: "documents", page: "documents" };
  const PANELS = { ask: "answer", search: "results", documents: "documents" };
  let send = () => {};
  let opener = null; // the citation whose page was opened, where Escape leads back to
  let kept = ""; // the id of what had the focus before a part was drawn anew
  let push = false; // whether the next view is a new entry of the browser's history
  let timer = 0;
  const opened = new Map(); // which parts that fold a person has opened or folded, by id
  const narrow = matchMedia("(max-width: 899px)");

  function start(trigger) {
    send = trigger;
    document.addEventListener("click", clicked);
    document.addEventListener("submit", submitted);
    document.addEventListener("change", changed);
    document.addEventListener("input", typed);
    document.addEventListener("keydown", pressed);
    document.addEventListener("toggle", (event) => event.target.id && opened.set(event.target.id, event.target.open), true);
    document.addEventListener("focusin", (event) => (kept = event.target.id || kept));
    addEventListener("popstate", () => go(location.search));
  }

  function go(query, { question = "", keep = false } = {}) {
    send("go", { query, question, keep });
  }

  function clicked(event) {
    const button = event.target.closest("[data-copy], [data-copy-link], [data-thumb]");
    if (button) return void act(button);
    if (event.target.closest("[data-back]")) return back();
    const chosen = event.target.closest("#tabs [role=tab]");
    if (chosen) return void tab(chosen.textContent.trim().toLowerCase());
    const link = event.target.closest('a[href^="/?"]');
    if (!link || link.target || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    const query = link.getAttribute("href").slice(1);
    if (link.dataset.beside) {
      opener = link.closest(".kloe-source") ? opener : link;
      document.querySelectorAll("[aria-current=location]").forEach((one) => one.removeAttribute("aria-current"));
      if (opener) opener.setAttribute("aria-current", "location");
      return void send("beside", { query, panel: link.dataset.beside });
    }
    visit(query, "keep" in link.dataset);
  }

  function visit(query, keep = false) {
    history.pushState(null, "", `/${query}`);
    push = false;
    go(query, { keep });
  }

  function act(button) {
    const { copy, copyLink, thumb } = button.dataset;
    if (thumb) return rate(button, thumb);
    write(copy ?? new URL(copyLink, location.href).href).then(
      (done) => flash(button, done ? "Copied" : "Copying is not allowed here"));
  }

  async function write(text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {} // a page that is not served over https has no clipboard, but the old way
    const box = Object.assign(document.createElement("textarea"), { value: text });
    document.body.append(box);
    box.select();
    const done = document.execCommand("copy");
    box.remove();
    return done;
  }

  function flash(button, text) {
    button.dataset.label ??= button.textContent;
    button.textContent = text;
    say(text);
    setTimeout(() => (button.textContent = button.dataset.label), 2000);
  }

  function rate(button, thumb) {
    const group = button.closest(".kloe-feedback");
    send("feedback", { thumb, word: group.querySelector("input").value });
    group.querySelectorAll("[data-thumb]").forEach((one) => one.setAttribute("aria-pressed", String(one === button)));
  }

  function thank() {
    const thanks = document.querySelector(".kloe-thanks");
    if (thanks) thanks.textContent = "Thank you. This is kept with the question.";
  }

  function ask() {
    const box = document.querySelector("#question textarea");
    const question = box.value.trim();
    if (!question) return box.focus();
    push = true;
    go("?view=ask", { question, keep: true });
  }

  function typed(event) {
    if (!event.target.closest("#query")) return;
    clearTimeout(timer);
    timer = setTimeout(() => send("typed", { query: searched(event.target.value) }), WAIT);
  }

  function searched(words) {
    const held = document.querySelector("#results [data-link]")?.dataset.link ?? "/?view=search";
    const query = new URLSearchParams(held.slice(2));
    query.delete("part");
    query.set("q", words);
    return `?${query}`;
  }

  function submitted(event) {
    const form = event.target.closest("[data-form]");
    if (!form) return;
    event.preventDefault();
    const query = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
    visit(`?${query}`);
  }

  function changed(event) {
    if (event.target.matches("[data-form] select")) event.target.form.requestSubmit();
  }

  function pressed(event) {
    if (event.key === "Escape" && event.target.closest(".kloe-source")) back();
  }

  function back() {
    if (!opener?.isConnected) return;
    opener.focus();
    opener.scrollIntoView({ block: "center" });
  }

  /* A part of the page was drawn anew. */
  function drawn(element) {
    element.querySelectorAll("details[id]").forEach(fold);
    const part = element.querySelector("[data-link]");
    const panel = element.closest("[id]")?.id;
    if (part && TABS[view()] === Object.keys(PANELS).find((name) => PANELS[name] === panel) && !element.closest("#source"))
      address(part.dataset.link);
    const what = element.querySelector("[data-said]")?.dataset.said;
    const source = element.querySelector(".kloe-source");
    if (source && opener && !part) {
      source.querySelector("h2").focus({ preventScroll: true });
      source.scrollIntoView({ block: "nearest" });
    } else if (what) say(what);
    if (!source && document.activeElement === document.body && kept) document.getElementById(kept)?.focus({ preventScroll: true });
  }

  function fold(details) {
    if (opened.has(details.id)) details.open = opened.get(details.id);
    else if (details.id === "facets-all" && narrow.matches) details.open = false;
  }

  function address(link) {
    if (link === location.pathname + location.search) return;
    history[push ? "pushState" : "replaceState"](null, "", link);
    push = false;
  }

  function say(text) {
    if (said()) said().textContent = text;
  }

  /* A tab was chosen: its own address stands in the bar, and what was never drawn is. */
  function tab(name) {
    if (TABS[view()] === name || !PANELS[name]) return;
    const link = document.querySelector(`#${PANELS[name]} [data-link]`)?.dataset.link;
    if (link) history.pushState(null, "", link);
    else visit(`?view=${name}`);
  }

  return { start, drawn, ask, thank };
})();
