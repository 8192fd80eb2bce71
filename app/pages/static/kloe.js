/* What Kloe's page does in the browser. The server draws every part of it from an address ("/?view=ask&q=…"); this script sends
 * the server addresses, keeps the address bar and the focus right, and copies links. */
window.kloe = (() => {
  "use strict";

  const WAIT = 150; // milliseconds without a key before a search
  const status = () => document.getElementById("kloe-status");
  const view = () => new URLSearchParams(location.search).get("view") || "ask";
  const TABS = { ask: "ask", council: "ask", search: "search", documents: "documents", document: "documents", page: "documents", saved: "saved",
    precedents: "findings", trajectory: "findings", compare: "findings", brief: "findings" };
  const FIRST = { findings: "precedents" }; // of a tab whose views have other names
  const PANELS = { ask: "answer", search: "results", documents: "documents", saved: "saved", findings: "findings" };
  const BESIDE = ["source", "search-source", "findings-source"];
  const running = new Set(); // the names of the events that the server is handling
  const waiting = new Map(); // by name, the latest event to send when that is done; earlier ones are dropped
  let root = ""; // the path below which Kloe is served
  let trigger = () => {};
  let panel = "source"; // where the page beside was opened
  let opener = null; // the citation whose page was opened; Escape returns to it
  let kept = ""; // the id of what had the focus before a part was redrawn
  let push = false; // whether the next view is a new entry in the browser's history
  let timer = 0;
  let moved = false; // whether a person has followed a link whose view is not drawn yet
  const opened = new Map(); // by id, whether a person has opened or closed a part that folds
  const narrow = matchMedia("(max-width: 899px)");

  function start(below, given) {
    root = below;
    trigger = given;
    window.kloeAccount.start(root, () => running.clear());
    window.kloeSaved.start(root);
    window.kloeCouncil.start(root);
    document.querySelector("link[rel=manifest]")?.setAttribute("href", `${root}/manifest.json`); // Gradio forgets the path
    document.addEventListener("click", clicked);
    document.addEventListener("submit", submitted);
    document.addEventListener("change", changed);
    document.addEventListener("input", typed);
    document.addEventListener("keydown", pressed);
    document.addEventListener("focusin", (event) => (kept = event.target.id || kept));
    addEventListener("popstate", () => go(location.search));
  }

  function go(query, { question = "", keep = false } = {}) {
    opener = null;
    send("go", { query, question, keep, saved: /[?&]view=saved\b/.test(query) ? window.kloeSaved.list() : null });
  }

  function send(name, what) {
    if (running.has(name)) return void waiting.set(name, what);
    window.kloeAccount.hide();
    running.add(name);
    trigger(name, what);
  }

  /* The server has handled an event. */
  function done(name) {
    running.delete(name);
    const next = waiting.get(name);
    waiting.delete(name);
    if (next) return send(name, next);
    if (name === "beside") requestAnimationFrame(show);
    if (name === "feedback") thank();
  }

  function clicked(event) {
    const folds = event.target.closest("summary")?.parentElement;
    if (folds?.id) opened.set(folds.id, !folds.open); // before the browser does so
    const button = event.target.closest("[data-copy], [data-copy-link], [data-thumb]");
    if (button) return void act(button);
    if (event.target.closest("[data-print]")) return window.print();
    if (event.target.closest("[data-back]")) return back();
    const chosen = event.target.closest("#tabs [role=tab]");
    if (chosen) return void tab(chosen.textContent.trim().toLowerCase());
    const link = event.target.closest(`a[href^="${root}/?"]`);
    if (!link || link.target || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    const query = link.getAttribute("href").slice(root.length + 1);
    if (link.dataset.beside) {
      opener = link.closest(".kloe-source") ? opener : link;
      document.querySelectorAll("[aria-current=location]").forEach((one) => one.removeAttribute("aria-current"));
      if (opener) opener.setAttribute("aria-current", "location");
      panel = link.dataset.beside;
      return void send("beside", { query, panel });
    }
    moved = !link.id; // with an id, the link itself gets the focus again
    visit(query, "keep" in link.dataset);
  }

  function visit(query, keep = false) {
    history.pushState(null, "", `${root}/${query}`);
    push = false;
    go(query, { keep });
  }

  function act(button) {
    const { copy, copyLink, thumb } = button.dataset;
    if (thumb) return rate(button, thumb);
    write(copy ?? new URL(copyLink, location.href).href).then(
      (done) => flash(button, done ? "Copied" : "Copying is blocked here"));
  }

  async function write(text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {} // a page that is not served over https has no clipboard API
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
    announce(text);
    setTimeout(() => (button.textContent = button.dataset.label), 2000);
  }

  function rate(button, thumb) {
    const group = button.closest(".kloe-feedback");
    send("feedback", { thumb, word: group.querySelector("input").value });
    group.querySelectorAll("[data-thumb]").forEach((one) => one.setAttribute("aria-pressed", String(one === button)));
  }

  function thank() {
    const thanks = document.querySelector(".kloe-thanks");
    if (thanks) thanks.textContent = "Thank you. Your feedback has been saved.";
  }

  function ask() {
    const box = document.querySelector("#question textarea");
    const question = box.value.trim();
    if (!question) return box.focus();
    push = true;
    box.value = ""; // now, not when the answer arrives: a person may type the next question meanwhile
    box.dispatchEvent(new Event("input", { bubbles: true }));
    go("?view=ask", { question, keep: true });
  }

  function typed(event) {
    if (!event.target.closest("#query")) return;
    clearTimeout(timer);
    timer = setTimeout(() => send("typed", { query: searched(event.target.value) }), WAIT);
  }

  function searched(words) {
    const link = document.querySelector("#results [data-link]")?.dataset.link ?? "?view=search";
    const query = new URLSearchParams(link.slice(link.indexOf("?")));
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

  /* A part of the page was redrawn. */
  function drawn(name, element) {
    element.querySelectorAll("details[id]").forEach(fold);
    window.kloeSaved.drawn(name, element);
    if (BESIDE.includes(name)) return;
    const link = element.querySelector("[data-link]")?.dataset.link;
    if (link && PANELS[TABS[view()]] === name && !waiting.has("go")) address(link);
    const text = element.querySelector("[data-announce]")?.dataset.announce;
    if (text) announce(text);
    if (window.kloeCouncil.drawn(name, element)) return;
    if (moved && PANELS[TABS[view()]] === name && arrive(element)) return;
    if (document.activeElement === document.body && kept) document.getElementById(kept)?.focus({ preventScroll: true });
  }

  /* A person opened a page beside: bring it into view and give it the focus. */
  function show() {
    const source = document.querySelector(`#${panel} .kloe-source`);
    if (!source || !opener) return;
    source.querySelector("h2").focus({ preventScroll: true });
    source.scrollIntoView({ block: "nearest" });
  }

  /* A person followed a link: begin at the heading of its view, if it has one that takes the focus. */
  function arrive(element) {
    moved = false;
    const heading = element.querySelector("h2[tabindex]");
    if (heading) requestAnimationFrame(() => heading.focus());
    return Boolean(heading);
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

  function announce(text) {
    if (status()) status().textContent = text;
  }

  /* A person chose a tab: show its address, and draw it if it has not been drawn. */
  function tab(name) {
    if (TABS[view()] === name || !PANELS[name]) return;
    const link = document.querySelector(`#${PANELS[name]} [data-link]`)?.dataset.link;
    if (link && name !== "saved") history.pushState(null, "", link);
    else visit(`?view=${FIRST[name] ?? name}`);
  }

  return { start, drawn, done, ask, go, visit, announce };
})();
