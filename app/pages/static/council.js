/* The council that this browser remembers: its page stands in place of the start page, and its name is offered first where a question
 * leaves open which council is meant. */
window.kloeCouncil = (() => {
  "use strict";

  let key = "kloe.council"; // another Kloe of the same site has another
  let root = ""; // the path below which Kloe is served
  let home = false; // whether the page was opened without an address of its own, and nothing has been drawn yet
  let choosing = false; // whether a person has chosen a council whose page is not drawn yet

  function start(below) {
    root = below;
    key += root;
    home = !location.search;
    document.addEventListener("submit", (event) => (choosing = "chooser" in event.target.dataset), true);
    document.addEventListener("click", clicked);
    addEventListener("popstate", () => (choosing = false));
  }

  function remembered() {
    try {
      return localStorage.getItem(key) ?? "";
    } catch {
      return ""; // it is not allowed to keep anything
    }
  }

  function remember(name) {
    try {
      if (name) localStorage.setItem(key, name);
      else localStorage.removeItem(key);
    } catch {} // it is not allowed to keep anything
  }

  function clicked(event) {
    if (event.target.closest("a[href]")) choosing = false;
    const own = event.target.closest("[data-own]");
    if (own) {
      const kept = remembered() === own.dataset.own;
      remember(kept ? "" : own.dataset.own);
      mark(own);
      window.kloe.announce(kept ? "Forgotten." : `${own.dataset.own} is your council.`);
    }
    if (event.target.closest("[data-forget]")) {
      remember("");
      const line = event.target.closest("[data-remembered]");
      line.hidden = true;
      document.getElementById("council-name")?.focus();
      window.kloe.announce("Forgotten.");
    }
    const asks = event.target.closest("[data-ask-remembered]");
    if (asks) {
      asks.form.elements.authority.value = remembered();
      asks.form.requestSubmit();
    }
  }

  /* The button of a council's page says whether the browser remembers it. */
  function mark(button) {
    const own = button.dataset.own;
    button.textContent = remembered() === own ? `Forget ${own}` : `Make ${own} my council`;
    button.hidden = false;
  }

  /* A part of the page was redrawn. Gives true if its place is taken by the page of the remembered council. */
  function drawn(name, element) {
    if (name !== "answer" || !element.querySelector("article, .kloe-refusal")) return false; // before its first content
    const council = element.querySelector("[data-council]")?.dataset.council;
    if (council && choosing) remember(council);
    choosing = false;
    const first = home && !location.search; // else a person has asked meanwhile
    home = false;
    const own = remembered();
    element.querySelectorAll("[data-own]").forEach(mark);
    if (!own) return false;
    offer(element, own);
    if (!first || !element.querySelector(".kloe-start")) return false;
    const query = `?${new URLSearchParams({ view: "council", name: own })}`;
    history.replaceState(null, "", `${root}/${query}`);
    window.kloe.go(query);
    return true;
  }

  function offer(element, own) {
    const line = element.querySelector("[data-remembered]");
    if (line) {
      const link = line.querySelector("a");
      link.href = `${root}/?${new URLSearchParams({ view: "council", name: own })}`;
      link.textContent = `Go to ${own}`;
      line.hidden = false;
    }
    const asks = element.querySelector("[data-ask-remembered]");
    if (!asks || ![...asks.form.querySelectorAll("option")].some((one) => one.value === own)) return;
    asks.textContent = `Ask about ${own}`;
    asks.hidden = false;
  }

  return { start, drawn };
})();
