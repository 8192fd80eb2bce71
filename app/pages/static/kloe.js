/* What Kloe's page does in the browser. The server draws every part of it from an address ("/?view=ask&q=…"); this script sends
 * the server addresses, keeps the address bar and the focus right, and copies links. */
window.kloe = (() => {
  "use strict";

  const WAIT = 100; // milliseconds without a key before a search
  const SOON = 400; // milliseconds in which most answers come; only then is there a Stop
  const SETTLED = 100, LATE = 10000; // milliseconds after which an event that was stopped is over; and at the latest
  const MOST_EARLIER = 8, LONGEST = 12000; // questions before one that its address holds, and that address's characters
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
  let asked = ""; // the question that is being answered
  let isLoaded = false; // whether the address with which the page was opened has been drawn
  let isStopping = false; // whether the server has been told to stop what it is drawing
  let late = 0; // of the Stop button
  let said = ""; // the feedback that was last saved
  let saying = ""; // the feedback that is being sent
  let unanswered = false; // whether the question of this address was stopped or refused
  let giveUp = 0; // of the wait for an event that was stopped
  const labels = new WeakMap(); // of the buttons that say for a moment what they did
  let timer = 0;
  let moved = false; // whether a person has followed a link whose view is not drawn yet
  const opened = new Map(); // by id, whether a person has opened or closed a part that folds
  const narrow = matchMedia("(max-width: 899px)");

  function start(below, given) {
    root = below;
    trigger = given;
    if (!isLoaded) running.add("go");
    window.kloeTyping.start(root);
    window.kloeConnection.start(root, lost);
    window.kloeAccount.start(root, refused);
    if (view() === "ask" && new URLSearchParams(location.search).get("q")) offerStop();
    window.kloeSaved.start(root);
    window.kloeTables.start();
    window.kloeCouncil.start(root);
    document.querySelector("link[rel=manifest]")?.setAttribute("href", `${root}/manifest.json`); // Gradio forgets the path
    document.addEventListener("click", clicked);
    document.addEventListener("submit", submitted);
    document.addEventListener("change", (event) => event.target.matches("#feedback-word") && comment(event.target));
    document.addEventListener("input", typed);
    document.addEventListener("keydown", pressed);
    document.addEventListener("focusin", (event) => (kept = event.target.id || kept));
    addEventListener("popstate", () => go(location.search));
  }

  function go(query, { question = "" } = {}) {
    opener = null;
    asked = question;
    unanswered = false;
    settle();
    if (new URLSearchParams(query).get("view") === "search") writeSearch(query);
    if (/[?&]q=/.test(query) && view() === "ask") offerStop();
    send("go", { query, question, saved: /[?&]view=saved\b/.test(query) ? window.kloeSaved.list() : null });
  }

  function send(name, what) {
    if (running.has(name)) {
      waiting.set(name, what);
      if (name === "go" && isLoaded) cancel(); // what it draws is no longer wanted
      return;
    }
    window.kloeAccount.hide();
    running.add(name);
    trigger(name, what);
  }

  /* The server has handled an event. */
  function done(name) {
    if (name !== "go") return over(name);
    if (isStopping) return void setTimeout(stopped, SETTLED); // it may be told twice
    if (!waiting.has("go")) {
      settle();
      asked = "";
    }
    over(name);
    if (!isLoaded) window.kloeTyping.loaded(view());
    isLoaded = true;
  }

  function over(name) {
    running.delete(name);
    const next = waiting.get(name);
    waiting.delete(name);
    if (next) return send(name, next);
    if (name === "beside") requestAnimationFrame(beside);
  }

  /* Nothing comes any more; the page is drawn again when the server can be reached. */
  function lost() {
    settle();
    document.querySelectorAll("#answer .kloe-busy").forEach((one) => (one.hidden = true));
  }

  /* The server refused what was sent. */
  function refused() {
    running.clear();
    waiting.clear();
    isStopping = false;
    saying = "";
    settle();
    if (!asked) return;
    unanswered = true;
    window.kloeTyping.giveBack(asked);
    show("kloe-unsent", true);
    asked = "";
  }

  function offerStop() {
    clearTimeout(late);
    late = setTimeout(() => show("kloe-stop", true), SOON);
  }

  function settle() {
    clearTimeout(late);
    for (const id of ["kloe-stop", "kloe-stopped", "kloe-unsent"]) show(id, false);
  }

  function show(id, isShown) {
    const note = document.getElementById(id);
    if (note) note.hidden = !isShown;
  }

  /* A person does not want to wait for the answer: their question stays in the address, and comes back to the box. */
  function stop() {
    const question = asked || new URLSearchParams(location.search).get("q");
    waiting.delete("go");
    cancel();
    settle();
    unanswered = true;
    document.querySelectorAll("#answer [aria-busy]").forEach((one) => one.setAttribute("aria-busy", "false"));
    document.querySelectorAll("#answer .kloe-busy").forEach((one) => (one.hidden = true));
    document.querySelector("[data-ask-again]").href = location.pathname + location.search;
    show("kloe-stopped", true);
    window.kloeTyping.giveBack(question);
    announce("Stopped. Your question is back in the box.");
    document.querySelector("#question textarea").focus();
  }

  function cancel() {
    if (isStopping || !running.has("go")) return;
    isStopping = true;
    trigger("stop", {});
    giveUp = setTimeout(stopped, LATE);
  }

  function stopped() {
    if (!isStopping) return;
    clearTimeout(giveUp);
    isStopping = false;
    isLoaded = true;
    over("go");
  }

  function clicked(event) {
    const folds = event.target.closest("summary")?.parentElement;
    if (folds?.id) opened.set(folds.id, !folds.open); // before the browser does so
    const button = event.target.closest("[data-copy], [data-copy-link], [data-thumb]");
    if (button) return void act(button);
    if (event.target.closest("[data-print]")) return window.print();
    if (event.target.closest("[data-stop]")) return stop();
    if (event.target.closest("[data-send]")) return comment(document.getElementById("feedback-word"));
    if (event.target.closest("[data-skip]")) return skip(event);
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
    visit(query);
  }

  function visit(query) {
    history.pushState(null, "", `${root}/${query}`);
    go(query);
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
    if (!labels.has(button)) labels.set(button, button.textContent);
    button.textContent = text;
    announce(text);
    setTimeout(() => (button.textContent = labels.get(button)), 2000);
  }

  function rate(button, thumb) {
    const group = button.closest(".kloe-feedback");
    const link = button.closest("[data-link]").dataset.link;
    const feedback = { thumb, word: group.querySelector("input").value, query: link.slice(link.indexOf("?")) };
    group.querySelectorAll("[data-thumb]").forEach((one) => one.setAttribute("aria-pressed", String(one === button)));
    if (JSON.stringify(feedback) === said) return;
    saying = JSON.stringify(feedback);
    send("feedback", feedback);
  }

  /* A person has typed a word on an answer: it is saved with their thumb, before or after it. */
  function comment(box) {
    const thumb = box.closest(".kloe-feedback").querySelector("[data-thumb][aria-pressed=true]");
    if (thumb) rate(thumb, thumb.dataset.thumb);
    else if (box.value.trim()) thank("Choose Yes or No too, and what you wrote is saved.");
  }

  function saved() {
    said = saying;
    if (document.getElementById("feedback-word")?.value === JSON.parse(said || "{}").word) window.kloeTyping.sent("word");
    thank("Thank you. Your feedback has been saved.");
  }

  function thank(text) {
    const thanks = document.querySelector(".kloe-thanks");
    if (thanks) thanks.textContent = text;
  }

  function ask() {
    const box = document.querySelector("#question textarea");
    const question = box.value.trim();
    const fault = window.kloeTyping.fault(question);
    if (fault) announce(fault);
    if (!question || fault) return box.focus();
    const query = following(question);
    history.pushState(null, "", `${root}/${query}`); // now: a reload, or Back, must not lose it
    box.value = ""; // now, not when the answer arrives: a person may type the next question meanwhile
    box.dispatchEvent(new Event("input", { bubbles: true }));
    go(query, { question });
  }

  /* The address of a question after the one of this address, if there is one. */
  function following(question) {
    const now = new URLSearchParams(location.search);
    const before = unanswered ? now.getAll("after") : [...now.getAll("after"), now.get("q")];
    let after = view() === "ask" && now.get("q") ? before.slice(-MOST_EARLIER) : [];
    const query = () => `?${new URLSearchParams([["view", "ask"], ["q", question], ...after.map((one) => ["after", one])])}`;
    while (after.length && query().length > LONGEST) after = after.slice(1);
    return query();
  }

  function typed(event) {
    if (!event.target.closest("#query")) return;
    clearTimeout(timer);
    timer = setTimeout(() => send("typed", { query: searched(event.target.value) }), WAIT);
  }

  /* The search box says what an address searches for; what is drawn later leaves the box alone, because a person may be typing. */
  function writeSearch(query) {
    const box = document.querySelector("#query textarea");
    const words = new URLSearchParams(query).get("q") ?? "";
    if (!box || box.value === words) return;
    box.value = words;
    box.dispatchEvent(new Event("input", { bubbles: true }));
    clearTimeout(timer); // it is searched for already
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

  function pressed(event) {
    if (event.key === "Enter" && event.target.matches("#feedback-word")) comment(event.target);
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
    window.kloeTables.drawn(element);
    if (BESIDE.includes(name)) return;
    const link = linkOf(element);
    const isShown = PANELS[TABS[view()]] === name && !waiting.has("go");
    if (link && isShown) address(link);
    if (isShown) entitle(element);
    window.kloeTyping.drawn(name, element);
    const text = element.querySelector("[data-announce]")?.dataset.announce;
    if (text) announce(text);
    if (!waiting.has("go") && window.kloeCouncil.drawn(name, element)) return;
    if (name === "answer") press(element);
    if (moved && PANELS[TABS[view()]] === name && arrive(element)) return;
    if (document.activeElement === document.body && kept) document.getElementById(kept)?.focus({ preventScroll: true });
  }

  /* The thumb that was pressed stays so where the answer is drawn again with more in it. */
  function press(element) {
    const given = JSON.parse(saying || said || "{}");
    const link = element.querySelector("[data-link]")?.dataset.link ?? "";
    if (!given.thumb || !link.endsWith(given.query)) return;
    element.querySelector(`[data-thumb="${given.thumb}"]`)?.setAttribute("aria-pressed", "true");
  }

  /* A person opened a page beside: bring it into view and give it the focus. */
  function beside() {
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
    history.replaceState(null, "", link);
  }

  /* The link of what a part shows; of an answer that is still being found, the link that asks for it. */
  function linkOf(element) {
    const { link, address: asks } = element?.querySelector("[data-link], [data-address]")?.dataset ?? {};
    return link ?? asks;
  }

  function entitle(element) {
    const tab = document.querySelector("#tabs [role=tab][aria-selected=true]")?.textContent.trim();
    const shown = element.querySelector("[data-title]")?.dataset.title ?? element.querySelector("h2")?.textContent.trim();
    if (shown || tab) document.title = element.querySelector("[data-title]") ? shown : `${shown || tab} – Kloe`;
  }

  /* Past the header and the tabs, to what the view shows. */
  function skip(event) {
    event.preventDefault();
    const content = document.getElementById(PANELS[TABS[view()]] ?? "answer");
    content.tabIndex = -1;
    content.focus();
  }

  function announce(text) {
    if (status()) status().textContent = text;
  }

  /* A person chose a tab: show its address, and draw it if it has not been drawn. */
  function tab(name) {
    if (TABS[view()] === name || !PANELS[name]) return;
    const part = document.getElementById(PANELS[name]);
    const link = linkOf(part);
    if (!link || name === "saved") return visit(`?view=${FIRST[name] ?? name}`);
    history.pushState(null, "", link);
    requestAnimationFrame(() => entitle(part)); // the tab is chosen by then
  }

  return { start, drawn, done, ask, go, visit, saved, announce };
})();
