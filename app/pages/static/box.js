/* The page that shows the search box: what is typed becomes the box's attributes, and the markup to copy. */
(() => {
  "use strict";

  const box = document.getElementById("box");
  const form = document.getElementById("attributes");
  const snippet = document.getElementById("snippet");
  const copied = document.getElementById("copied");
  const [script] = snippet.textContent.split("\n");
  const escaped = (text) => text.replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;");

  form.addEventListener("input", (event) => {
    const { name, value } = event.target;
    if (value.trim()) box.setAttribute(name, value.trim());
    else box.removeAttribute(name);
    const given = [...box.attributes].filter((each) => each.name !== "id").map((each) => ` ${each.name}="${escaped(each.value)}"`);
    snippet.textContent = `${script}\n<kloe-search${given.join("")}></kloe-search>`;
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  document.getElementById("copy").addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(snippet.textContent);
      copied.textContent = "Copied";
    } catch { // a page that is not served over https has no clipboard API
      getSelection().selectAllChildren(snippet);
      copied.textContent = "Copying is blocked here: the text is selected, press Ctrl+C";
    }
  });
})();
