/* <kloe-search src="https://kloe.example.org">: a search box over a Kloe index, for any page.
 *
 * Attributes  src (Kloe's address; by default, where this script came from), label, placeholder, limit (1 to 50),
 *             authority, year, kind (separate several with ;).
 * Parts       label, input, status, developer, list, option, reference, text, source: ::part(option) { … }
 * Events      kloe-choose (a passage was chosen; detail: result, url; preventDefault() keeps the page), kloe-problem (a search did not
 *             work; detail: message, developer). Both bubble.
 * Properties  --kloe-font, --kloe-color, --kloe-background, --kloe-border, --kloe-accent, --kloe-accent-color, --kloe-radius
 *
 * Keys are those of the WAI-ARIA combobox with a list: arrows, Home, End, Enter, Escape. It sends what is typed to `src` only,
 * without cookies, and shows the reply as plain text. What only a developer can put right is said in the console and in the part
 * `developer`: above all, that Kloe's setting `cors_origins` does not list this site.
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
    .developer { margin: .3em 0 0; padding: .4em .6em; font-size: .85em; overflow-wrap: anywhere;
      border-inline-start: 4px solid var(--kloe-border, #6f777b); }
    .developer[hidden] { display: none; }
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
    .source { display: block; margin-top: .2em; font-size: .85em; }
    @media (forced-colors: active) {
      a[aria-selected="true"] { forced-color-adjust: none; color: HighlightText; background: Highlight; }
    }`;

  const SHEET = new CSSStyleSheet(); // not an inline style, which a page's security policy may forbid
  SHEET.replaceSync(STYLES);

  const UNREACHED = "Search cannot be reached at the moment. Try again later.";
  const NOT_HERE = "Search does not work on this page yet.";
  const GARBLED = "Search sent a reply that could not be read.";
  const KEYLESS = "The box cannot keep a key: let it ask a Kloe that needs none (leave api_keys and sign-in unset there).";
  const LATE = "Search took too long. Try again.";
  const forbidden = new Set(); // the origins that the page's own security policy has kept the box from asking
  document.addEventListener("securitypolicyviolation", (event) => {
    if (URL.canParse(event.blockedURI)) forbidden.add(new URL(event.blockedURI).origin);
  });

  /* Why there is no result: `message` is for the reader, `developer` for who built the page. */
  class Refusal extends Error {
    constructor(message, developer = "") {
      super(message);
      this.developer = developer;
    }
  }

  class KloeSearch extends HTMLElement {
    static observedAttributes = ["label", "placeholder", "src"];

    #root = this.attachShadow({ mode: "open", delegatesFocus: true });
    #label = make("label", { for: "input", part: "label" });
    #input = make("input", {
      id: "input", part: "input", type: "text", role: "combobox", autocomplete: "off", spellcheck: "true", maxlength: "1000",
      enterkeyhint: "search", "aria-autocomplete": "list", "aria-haspopup": "listbox", "aria-expanded": "false",
      "aria-controls": "list",
    });
    #status = make("p", { class: "status", part: "status", role: "status" });
    #developer = make("p", { class: "developer", part: "developer", hidden: "" });
    #list = make("div", {
      id: "list", class: "list", part: "list", role: "listbox", "aria-label": "Passages found", hidden: "", tabindex: "-1",
    });
    #active = -1;
    #shown = ""; // the words that the list is for
    #timer = 0;
    #told = ""; // what the console has been told of this box
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
      this.#root.append(this.#label, this.#input, this.#status, this.#developer, popup);
      this.#input.addEventListener("input", () => this.#typed());
      this.#input.addEventListener("keydown", (event) => this.#pressed(event));
      this.#input.addEventListener("click", () => this.#open());
      this.#list.addEventListener("mousedown", (event) => event.preventDefault()); // the box keeps the focus
      this.addEventListener("focusout", () => this.#close());
    }

    connectedCallback() {
      this.attributeChangedCallback();
      try {
        this.#address();
      } catch (refusal) {
        this.#report(refusal); // at once: a developer should not have to search to learn of it
      }
    }

    disconnectedCallback() {
      this.#stop();
      this.#close();
    }

    attributeChangedCallback() {
      this.#label.textContent = this.getAttribute("label") || "Search inspection documents";
      this.#input.placeholder = this.getAttribute("placeholder") || "";
      this.#report(null);
    }

    get #words() {
      return this.#input.value.trim();
    }

    #typed() {
      this.#stop();
      this.#close();
      this.#announce("");
      this.#report(null);
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
      const late = setTimeout(() => running.abort(new Refusal(LATE)), PATIENCE);
      const slow = setTimeout(() => this.#announce("Searching…"), 1000);
      let reply, problem;
      try {
        reply = await this.#fetch(words, running.signal);
      } catch (error) {
        problem = await this.#explain(running.signal.aborted ? running.signal.reason : error, running.signal);
      } finally {
        [late, slow].forEach(clearTimeout);
      }
      if (this.#running !== running) return; // different words have been typed since
      this.#running = null;
      this.#shown = problem ? "" : words;
      this.#show(problem ? [] : reply.results);
      this.#announce(problem ? problem.message : summary(reply));
      this.#report(problem);
    }

    async #fetch(words, signal) {
      const url = new URL(`${this.#address().href.replace(/\/$/, "")}/api/v1/search`);
      url.searchParams.set("q", words);
      url.searchParams.set("limit", String(Math.min(50, Math.max(1, parseInt(this.getAttribute("limit"), 10) || 8))));
      for (const name of FILTERS)
        for (const value of (this.getAttribute(name) || "").split(";"))
          if (value.trim()) url.searchParams.append(name, value.trim());
      const response = await fetch(url, { signal, headers: { Accept: "application/json" }, credentials: "omit" });
      if (!response.ok) throw await refused(response);
      const reply = await response.json().catch((error) => {
        throw signal.aborted ? error : new Refusal(GARBLED);
      });
      if (!Array.isArray(reply?.results)) throw new Refusal(GARBLED);
      return reply;
    }

    async #explain(error, signal) {
      return error instanceof Refusal ? error : unreached(this.#address(), signal);
    }

    /* Tell the developer what only they can put right, and whoever listens that there is a problem. */
    #report(problem) {
      const told = problem?.developer || "";
      this.#developer.textContent = told;
      this.#developer.hidden = !told;
      if (told && told !== this.#told) console.error(`<kloe-search>: ${told}`);
      this.#told = told || this.#told;
      if (problem) this.#tell("kloe-problem", { message: problem.message, developer: told });
    }

    /* Returns false if a listener has prevented what follows. */
    #tell(name, detail) {
      return this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, cancelable: true, detail }));
    }

    #address() {
      try {
        const address = new URL(this.getAttribute("src") || HOME, document.baseURI);
        if (/^https?:$/.test(address.protocol)) return address;
      } catch {} // reported below
      throw new Refusal(
        "This search box has no valid search address.",
        `The attribute src is ${JSON.stringify(this.getAttribute("src"))}, which is no address. Give Kloe's: src="https://kloe.example.org".`,
      );
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
      const published = webAddress(result.published_url);
      if (published) {
        const source = make("span", { class: "source", part: "source" });
        source.textContent = `Published at ${published.host}${published.pathname}`;
        option.append(" ", source);
      }
      option.addEventListener("click", (event) => {
        if (!this.#tell("kloe-choose", { result, url: option.href })) event.preventDefault();
      });
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
      return new Refusal(`Too many searches at the moment. Try again in ${wait > 1 ? `${wait} seconds` : "a minute"}.`);
    }
    const given = (await response.json().catch(() => null))?.detail;
    const detail = typeof given === "string" ? given.slice(0, 300) : "";
    if (response.status === 401 || response.status === 403) {
      const cause = `Kloe refused the search with status ${response.status}. ${detail}`.trim();
      return new Refusal("This page does not have permission to search.", `${cause} ${KEYLESS}`);
    }
    if (response.status < 500 && detail) return new Refusal(detail);
    return new Refusal("Search is not working at the moment. Try again later.");
  }

  /* Why a request came to nothing. A browser does not tell a script, so ask for what every site may load: the box's own script. */
  async function unreached(kloe, signal) {
    const site = location.origin;
    const answers = kloe.origin === site ? false : await replies(`${kloe.href.replace(/\/$/, "")}/static/kloe-search.js`, signal);
    if (answers && site === "null")
      return new Refusal(NOT_HERE, `${kloe.origin} answers, but this page has no origin that Kloe could list: serve it from a web server.`);
    if (answers)
      return new Refusal(NOT_HERE, `${kloe.origin} answers, but pages of ${site} may not search it. Add this site to Kloe's setting ` +
        `cors_origins, with any others separated by commas: KLOE_CORS_ORIGINS=${site}`);
    if (!answers) await new Promise((done) => setTimeout(done, 100)); // the browser reports what its policy forbids a moment later
    if (forbidden.has(kloe.origin))
      return new Refusal(NOT_HERE, `This page's Content-Security-Policy keeps the box from asking Kloe. Add: connect-src ${kloe.origin}`);
    if (location.protocol === "https:" && kloe.protocol === "http:")
      return new Refusal(NOT_HERE, `A page that is served over https may not ask ${kloe.origin}: serve Kloe over https too.`);
    return new Refusal(UNREACHED, `Nothing answers at ${kloe.href}`);
  }

  async function replies(url, signal) {
    try {
      await fetch(url, { mode: "no-cors", credentials: "omit", cache: "no-store", signal });
      return true;
    } catch {
      return false;
    }
  }

  /* An address of the web, of which a host and a path can be shown; null for anything else. */
  function webAddress(text) {
    const address = typeof text === "string" && URL.canParse(text) ? new URL(text) : null;
    return address && /^https?:$/.test(address.protocol) ? address : null;
  }

  if (!customElements.get("kloe-search")) customElements.define("kloe-search", KloeSearch);
})();
