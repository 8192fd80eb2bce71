/* Who has signed in, and what the page says when the server refuses a request. */
window.kloeAccount = (() => {
  "use strict";

  const REFUSED = [401, 403, 413, 414, 429, 503];
  let root = "";
  let refused = () => {}; // called when what the page sent was not taken

  async function start(below, whenRefused) {
    root = below;
    refused = whenRefused;
    watch();
    const answer = await fetch(`${root}/account`);
    if (!answer.ok) return;
    const { name, can_sign_out: canSignOut } = await answer.json();
    const form = document.getElementById("kloe-account");
    if (!name || !canSignOut || !form) return;
    form.querySelector("span").textContent = `Signed in as ${name}`;
    form.hidden = false;
  }

  /* Gradio sends what people do; a refusal by the guard would otherwise leave the page waiting. */
  function watch() {
    const send = window.fetch.bind(window);
    window.fetch = async (...given) => {
      const answer = await send(...given);
      if (REFUSED.includes(answer.status) && isForPerson(answer.url)) await tell(answer.clone());
      return answer;
    };
  }

  /* The script itself asks whether Kloe is there and ready: no person waits for that. */
  function isForPerson(url) {
    const { origin, pathname } = new URL(url);
    return origin === location.origin && ![`${root}/ready`, `${root}/alive`].includes(pathname);
  }

  async function tell(answer) {
    if (answer.status === 401) {
      const here = location.pathname.slice(root.length) + location.search;
      show("You have been signed out. ", `${root}/sign-in?next=${encodeURIComponent(here)}`, "Sign in again");
    } else {
      show(await words(answer));
    }
    if (new URL(answer.url).pathname.endsWith("/queue/join")) refused();
  }

  async function words(answer) {
    const text = await answer.text();
    try {
      return JSON.parse(text).detail || "Kloe did not take this request.";
    } catch {
      return text.slice(0, 300) || "Kloe did not take this request.";
    }
  }

  function show(text, link, label) {
    const told = document.getElementById("kloe-told");
    if (!told) return;
    told.textContent = text;
    if (link) {
      const to = document.createElement("a");
      to.href = link;
      to.textContent = label;
      told.append(to);
    }
    told.hidden = false;
  }

  function hide() {
    const told = document.getElementById("kloe-told");
    if (told) told.hidden = true;
  }

  return { start, hide };
})();
