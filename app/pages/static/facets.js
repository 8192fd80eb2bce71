/* The buttons that choose a value of a facet, or let go of it: each visits the address that it names. */
document.addEventListener("click", (event) => {
  const query = event.target.closest("[data-go]")?.dataset.go;
  if (query) window.kloe.visit(query);
});
