/* Says what Kloe waits for while it starts, so that whoever asks meanwhile knows why nothing comes yet. */
window.kloeStarting = (() => {
  "use strict";

  const AGAIN = 1000; // milliseconds between two looks

  async function start(root) {
    for (;;) {
      const told = await look(root);
      show(told);
      if (!told) return;
      await new Promise((done) => setTimeout(done, AGAIN));
    }
  }

  /* What /ready says of a start under way; null if Kloe is ready, cannot be ready, or cannot be asked: then the page says so itself. */
  async function look(root) {
    try {
      const told = await (await fetch(`${root}/ready`, { cache: "no-store" })).json();
      return told.step ? told : null;
    } catch {
      return null;
    }
  }

  function show(told) {
    const line = document.getElementById("kloe-starting");
    if (!line) return;
    line.hidden = !told;
    if (!told) return void (line.textContent = "");
    const asked = document.querySelector(".kloe-busy") ? " Your question is answered when that is done." : "";
    const text = `Kloe is starting. ${told.waiting_for} (Step ${told.step} of ${told.steps}.)${asked}`;
    if (line.textContent !== text) line.textContent = text; // a screen reader reads every change
  }

  return { start };
})();
