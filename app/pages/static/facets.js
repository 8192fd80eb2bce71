/* The buttons that choose a value of a facet, or let go of it: each visits the address that it names. Gradio changes the elements where
 * they stand, so that the focus may end up on another button: it is given back to the one that was pressed. */
(() => {
  "use strict";

  let watch = null; // waits for the facets to be drawn again

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-go]");
    if (!button) return;
    const id = button.id;
    const before = button.getAttribute("aria-pressed");
    const facets = document.getElementById("facets");
    watch?.disconnect();
    watch = new MutationObserver(() => {
      const drawn = document.getElementById(id);
      if (drawn && drawn.getAttribute("aria-pressed") === before) return; // not drawn yet
      watch.disconnect();
      const held = document.activeElement;
      if (held !== document.body && !facets.contains(held)) return; // the person has gone elsewhere
      (drawn ?? document.querySelector("#facets-all > summary")).focus({ preventScroll: true });
    });
    watch.observe(facets, { subtree: true, childList: true, attributes: true });
    window.kloe.visit(button.dataset.go);
  });
})();
