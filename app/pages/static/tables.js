/* Tables that a reader can sort by a heading, and whose first rows alone are shown until the reader asks for all. What was chosen
 * outlives the table being drawn again with more in it. */
window.kloeTables = (() => {
  "use strict";

  const words = new Intl.Collator("en-GB", { sensitivity: "base", numeric: true });
  const chosen = new Map(); // by the table's id: the column, whether downward, whether all rows are shown, and the words that it was for

  function start() {
    document.addEventListener("click", (event) => {
      const button = event.target.closest("[data-order], [data-all]");
      if (!button) return;
      const table = "all" in button.dataset ? document.getElementById(button.dataset.all) : button.closest("table");
      const state = of(table);
      if ("all" in button.dataset) state.all = !state.all;
      else {
        const column = button.closest("th").cellIndex;
        state.down = state.column === column && !state.down;
        state.column = column;
      }
      show(table, state);
      const how = state.down ? "from the end" : "from the beginning";
      window.kloe.announce("all" in button.dataset ? `${state.all ? "All" : "The first"} rows are shown` : `Sorted by ${button.textContent}, ${how}`);
    });
  }

  /* A part of the page was drawn: sort and shorten its tables as the reader chose. */
  function drawn(element) {
    element.querySelectorAll("table[data-short]").forEach((table) => show(table, of(table)));
  }

  function of(table) {
    const about = table.closest("[data-link]")?.dataset.link ?? location.search;
    const kept = chosen.get(table.id);
    if (kept?.about === about) return kept;
    const state = { about, column: -1, down: false, all: false };
    chosen.set(table.id, state);
    return state;
  }

  function show(table, { column, down, all }) {
    const rows = [...table.tBodies[0].rows];
    if (column >= 0) {
      const number = "number" === table.tHead.querySelectorAll("th")[column].querySelector("[data-order]").dataset.order;
      const value = (row) => row.cells[column].dataset.value ?? row.cells[column].textContent.trim();
      rows.sort((one, other) => number ? value(one) - value(other) : words.compare(value(one), value(other)));
      if (down) rows.reverse();
      table.tBodies[0].append(...rows);
    }
    [...table.tHead.querySelectorAll("th[aria-sort]")].forEach((head) =>
      head.setAttribute("aria-sort", head.cellIndex !== column ? "none" : down ? "descending" : "ascending"));
    rows.forEach((row, at) => row.classList.toggle("kloe-rest", !all && at >= Number(table.dataset.short)));
    const button = document.querySelector(`[data-all="${table.id}"]`);
    if (button) button.textContent = all ? `Show the first ${table.dataset.short}` : `Show all ${rows.length}`;
  }

  return { start, drawn };
})();
