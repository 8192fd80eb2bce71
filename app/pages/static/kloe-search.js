/* <kloe-search src="https://kloe.example.org">: a search box over a Kloe index, for any page.
 *
 * Attributes  src (Kloe's address; by default, where this script came from), label, placeholder, limit (1 to 50),
 *             authority, year, kind (separate several with ;).
 * Parts       label, input, status, list, option, reference, text: ::part(option) { … }
 * Properties  --kloe-font, --kloe-color, --kloe-background, --kloe-border, --kloe-accent, --kloe-accent-color, --kloe-radius
 *
 * Keys are those of the WAI-ARIA combobox with a list: arrows, Home, End, Enter, Escape. It sends what is typed to `src` only,
 * without cookies, and shows the reply as plain text.
 */
(() => {
  "use strict";

  const HOME = document.currentScript ? new URL("..", document.currentScript.src).href : location.origin;
  const WAIT = 250; // milliseconds without a key before a search
  const PATIENCE = 15000; // milliseconds before a search is abandoned
  const SHORTEST = 2; // characters
  const FILTERS = ["authority", "year", "kind"];

  const STYLES = `
    :host { display: block; position: relative; box-sizing: border-box; font: var(--kloe-font, inherit);
      color: var(--kloe-color, inherit); }
    :host([hidden]) { display: none; }
    * { box-sizing: border-box; }
    label { display: block; margin-bottom: .3em; font-weight: 600; }
    input { width: 100%; min-height: 44px; padding: .5em .7em; font: inherit; color: var(--kloe-color, FieldText);
      background: var(--kloe-background, Field); border: 2px solid var(--kloe-border, #6f777b);
      border-radius: var(--kloe-radius, 4px); }
    input::placeholder { color: inherit; opacity: .75; }
    input:focus-visible { outline: 3px solid var(--kloe-accent, #1d4f91); outline-offset: 1px; }
    .status { min-height: 1.5em; margin: .3em 0 0; font-size: .9em; }
    .popup { position: relative; }
    .list { position: absolute; z-index: 1000; inset: .2em 0 auto; max-height: min(28em, 70vh); overflow-y: auto;
      color: var(--kloe-color, CanvasText); background: var(--kloe-background, Canvas);
      border: 1px solid var(--kloe-border, #6f777b); border-radius: var(--kloe-radius, 4px);
      box-shadow: 0 4px 14px rgb(0 0 0 / .25); }
    .list[hidden] { display: none; }
    a { display: block; padding: .6em .7em; color: inherit; text-decoration: none; overflow-wrap: anywhere; }
    a + a { border-top: 1px solid var(--kloe-border, #6f777b); }
    a:hover { text-decoration: underline; }
    a[aria-selected="true"] { color: var(--kloe-accent-color, #fff); background: var(--kloe-accent, #1d4f91); }
    .reference { display: block; font-weight: 600; }
    .text { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 3; overflow: hidden; margin-top: .2em;
      white-space: pre-line; }
    @media (forced-colors: active) {
      a[aria-selected="true"] { forced-color-adjust: none; color: HighlightText; background: Highlight; }
    }`;

  const SHEET = new CSSStyleSheet(); // not an inline style, which a page's security policy may forbid
  SHEET.replaceSync(STYLES);

  class Refusal extends Error {} // a reply without results; its message is for the reader

  class KloeSearch extends HTMLElement {
    static observedAttributes = ["label", "placeholder"];

    #root = this.attachShadow({ mode: "open", delegatesFocus: true });
    #label = make("label", { for: "input", part: "label" });
    #input = make("input", {
      id: "input", part: "input", type: "text", role: "combobox", autocomplete: "off", spellcheck: "true", maxlength: "1000",
      enterkeyhint: "search", "aria-autocomplete": "list", "aria-haspopup": "listbox", "aria-expanded": "false",
      "aria-controls": "list",
    });
    #status = make("p", { class: "status", part: "status", role: "status" });
    #list = make("div", {
      id: "list", class: "list", part: "list", role: "listbox", "aria-label": "Passages found", hidden: "", tabindex: "-1",
    });
    #active = -1;
    #shown = ""; // the words that the list is for
    #timer = 0;
    #running = null;
    #keys = { // each returns true where it has handled the key
      ArrowDown: (event) => this.#step(event, 1),
      ArrowUp: (event) => this.#step(event, -1),
      Home: (event) => this.#jump(event, 0),
      End: (event) => this.#jump(event, this.#list.children.length - 1),
      ArrowLeft: () => this.#choose(-1), // back to editing the words
      ArrowRight: () => this.#choose(-1),
      Enter: () => this.#enter(),
      Escape: () => this.#escape(),
    };

    constructor() {
      super();
      const popup = make("div", { class: "popup" });
      popup.append(this.#list);
      this.#root.adoptedStyleSheets = [SHEET];
      this.#root.append(this.#label, this.#input, this.#status, popup);
      this.#input.addEventListener("input", () => this.#typed());
      this.#input.addEventListener("keydown", (event) => this.#pressed(event));
      this.#input.addEventListener("click", () => this.#open());
      this.#list.addEventListener("mousedown", (event) => event.preventDefault()); // the box keeps the focus
      this.addEventListener("focusout", () => this.#close());
    }

    connectedCallback() {
      this.attributeChangedCallback();
    }

    disconnectedCallback() {
      this.#stop();
      this.#close();
    }

    attributeChangedCallback() {
      this.#label.textContent = this.getAttribute("label") || "Search inspection documents";
      this.#input.placeholder = this.getAttribute("placeholder") || "";
    }

    get #words() {
      return this.#input.value.trim();
    }

    #typed() {
      this.#stop();
      this.#close();
      this.#announce("");
      if (this.#words.length >= SHORTEST) this.#timer = setTimeout(() => this.#search(), WAIT);
    }

    #stop() {
      clearTimeout(this.#timer);
      this.#running?.abort();
      this.#running = null;
    }

    async #search() {
      this.#stop();
      const words = this.#words;
      const running = (this.#running = new AbortController());
      const late = setTimeout(() => running.abort(), PATIENCE);
      const slow = setTimeout(() => this.#announce("Searching…"), 1000);
      let reply, problem;
      try {
        reply = await this.#fetch(words, running.signal);
      } catch (error) {
        problem = error instanceof Refusal ? error.message : "Search is unavailable at the moment. Try again later.";
      } finally {
        [late, slow].forEach(clearTimeout);
      }
      if (this.#running !== running) return; // different words have been typed since
      this.#running = null;
      this.#shown = problem ? "" : words;
      this.#show(problem ? [] : reply.results);
      this.#announce(problem || summary(reply));
    }

    async #fetch(words, signal) {
      const url = new URL(`${this.#address().href.replace(/\/$/, "")}/api/v1/search`);
      url.searchParams.set("q", words);
      url.searchParams.set("limit", String(Math.min(50, Math.max(1, parseInt(this.getAttribute("limit"), 10) || 8))));
      for (const name of FILTERS)
        for (const value of (this.getAttribute(name) || "").split(";"))
          if (value.trim()) url.searchParams.append(name, value.trim());
      const response = await fetch(url, { signal, headers: { Accept: "application/json" }, credentials: "omit" });
      if (!response.ok) throw new Refusal(await refused(response));
      const reply = await response.json().catch((error) => {
        throw error.name === "AbortError" ? error : new Refusal("Search sent a reply that could not be read.");
      });
      if (!Array.isArray(reply?.results)) throw new Refusal("Search sent a reply that could not be read.");
      return reply;
    }

    #address() {
      try {
        const address = new URL(this.getAttribute("src") || HOME, document.baseURI);
        if (/^https?:$/.test(address.protocol)) return address;
      } catch {} // reported below
      throw new Refusal("This search box has no valid search address.");
    }

    #show(results) {
      this.#list.replaceChildren(...results.map((result, number) => this.#option(result, number)));
      this.#list.scrollTop = 0;
      this.#open();
    }

    #option(result, number) {
      const option = make("a", { id: `option-${number}`, part: "option", role: "option", "aria-selected": "false", tabindex: "-1" });
      const kloe = this.#address();
      const url = new URL(String(result.url ?? ""), kloe);
      if (url.origin === kloe.origin) option.href = url.href; // links may only lead into Kloe
      const reference = make("span", { class: "reference", part: "reference" });
      reference.textContent = String(result.reference ?? "");
      const text = make("span", { class: "text", part: "text" });
      text.textContent = String(result.text ?? "");
      option.append(reference, " ", text);
      return option;
    }

    #open() {
      if (!this.#list.children.length || this.#words !== this.#shown || !this.#root.activeElement) return;
      this.#list.hidden = false;
      this.#input.setAttribute("aria-expanded", "true");
    }

    #close() {
      this.#choose(-1);
      this.#list.hidden = true;
      this.#input.setAttribute("aria-expanded", "false");
    }

    #choose(number) {
      this.#list.children[this.#active]?.setAttribute("aria-selected", "false");
      this.#active = number;
      const option = this.#list.children[number];
      if (!option) return void this.#input.removeAttribute("aria-activedescendant");
      option.setAttribute("aria-selected", "true");
      option.scrollIntoView({ block: "nearest" });
      this.#input.setAttribute("aria-activedescendant", option.id);
    }

    #pressed(event) {
      if (event.isComposing || event.ctrlKey || event.metaKey) return;
      if (this.#keys[event.key]?.(event)) event.preventDefault();
    }

    #step(event, by) {
      if (event.altKey && by < 0) return this.#close(), true;
      const wasOpen = !this.#list.hidden;
      this.#open();
      const count = this.#list.children.length;
      if (this.#list.hidden || event.altKey) return true;
      if (wasOpen && this.#active >= 0) this.#choose((this.#active + by + count) % count);
      else this.#choose(by > 0 ? 0 : count - 1);
      return true;
    }

    #jump(event, number) {
      if (this.#active < 0 || event.shiftKey) return false;
      this.#choose(number);
      return true;
    }

    #enter() {
      if (this.#active >= 0) this.#list.children[this.#active].click();
      else if (this.#words) this.#search();
      return true;
    }

    #escape() {
      if (!this.#list.hidden) return this.#close(), true;
      if (!this.#input.value) return false; // the page may use the key itself
      this.#input.value = "";
      this.#typed();
      return true;
    }

    #announce(words) {
      this.#status.textContent = words;
    }
  }

  function make(name, attributes) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    return element;
  }

  function summary(reply) {
    const count = reply.results.length;
    if (!count) return reply.explanation ? String(reply.explanation) : "No passages match.";
    const total = Number(reply.total) || count;
    const passages = `${total} ${total === 1 ? "passage" : "passages"} found`;
    return total > count ? `${passages}, showing the best ${count}.` : `${passages}.`;
  }

  async function refused(response) {
    if (response.status === 429) {
      const wait = parseInt(response.headers.get("Retry-After"), 10);
      return `Too many searches at the moment. Try again in ${wait > 1 ? `${wait} seconds` : "a minute"}.`;
    }
    if (response.status === 401 || response.status === 403) return "This page does not have permission to search.";
    const detail = response.status < 500 && (await response.json().catch(() => null))?.detail;
    return typeof detail === "string" ? detail.slice(0, 300) : "Search is not working at the moment. Try again later.";
  }

  if (!customElements.get("kloe-search")) customElements.define("kloe-search", KloeSearch);
})();
