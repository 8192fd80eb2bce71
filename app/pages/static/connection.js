/* Notices that the connection was lost. Gradio would show a message of its own and then wait for ever, so it is not told; when the
 * server can be reached again, the page is drawn again from its address, which holds what was asked. */
window.kloeConnection = (() => {
  "use strict";

  const AGAIN = 2000; // milliseconds between two looks whether the server is there
  const SILENT = 60000; // milliseconds without a sign of life of an open stream; the server gives one every 15 seconds
  const never = () => new Promise(() => {});
  let root = "";
  let told = () => {}; // called when the connection is lost
  let isLost = false;

  function start(below, whenLost) {
    root = below;
    told = whenLost;
    const send = window.fetch.bind(window);
    window.fetch = (...given) => watched(send, given);
    document.addEventListener("click", (event) => event.target.closest("[data-again]") && again(true));
  }

  async function watched(send, given) {
    const { pathname } = new URL(given[0].url ?? given[0], location.href);
    if (!/\/queue\/(join|data)$/.test(pathname)) return send(...given);
    try {
      const answer = await send(...given);
      const streams = pathname.endsWith("data") && answer.ok && answer.body;
      return streams ? new Response(alive(answer.body.getReader()), answer) : answer;
    } catch (error) {
      if (error.name === "AbortError") throw error;
      return lost();
    }
  }

  /* The same stream; where it breaks off, it seems to go on. */
  function alive(reader) {
    let last = "";
    const words = new TextDecoder();
    return new ReadableStream({
      async pull(to) {
        const timer = setTimeout(lost, SILENT);
        try {
          const { value, done } = await reader.read();
          clearTimeout(timer);
          if (done && !last.includes("close_stream")) return lost();
          if (done) return to.close();
          last = (last + words.decode(value, { stream: true })).slice(-500);
          to.enqueue(value);
        } catch (error) {
          clearTimeout(timer);
          if (error.name !== "AbortError") return lost();
          to.error(error);
        }
      },
      cancel: (reason) => reader.cancel(reason),
    });
  }

  function lost() {
    if (!isLost) {
      isLost = true;
      told();
      say("lost");
      setInterval(again, AGAIN);
    }
    return never();
  }

  function say(what) {
    const note = document.getElementById("kloe-lost");
    note.querySelector("span").textContent = note.querySelector("span").dataset[what];
    note.hidden = false;
  }

  async function again(isAsked = false) {
    const answer = await fetch(`${root}/alive`, { cache: "no-store" }).catch(() => null);
    if (answer?.ok) location.reload();
    else if (isAsked === true) say("still");
  }

  addEventListener("pagehide", () => (isLost = true)); // the browser itself ends what is open
  addEventListener("pageshow", (event) => event.persisted && (isLost = false));

  return { start };
})();
