/* What a person is typing, kept for this tab of the browser until it is sent, so that a reload, a lost connection or a new start
 * of the server loses nothing; and whether a question is too long. */
window.kloeTyping = (() => {
  "use strict";

  const NEAR = 100; // characters before the most, from where the count shows
  const BOXES = { question: "#question textarea", query: "#query textarea", word: "#feedback-word" };
  let key = "kloe-typed"; // another Kloe of the same site has another
  let kept = {}; // by the name of a box; `link` is of the answer to which the word belongs

  const box = (name) => document.querySelector(BOXES[name]);
  const plain = (text) => (text ?? "").trim().replace(/\s+/g, " ");

  function start(root) {
    key += root;
    try {
      kept = JSON.parse(sessionStorage.getItem(key) ?? "{}") ?? {};
    } catch {} // it is not allowed to keep anything
    document.addEventListener("input", typed);
    question();
  }

  function store(changes) {
    kept = { ...kept, ...changes };
    try {
      sessionStorage.setItem(key, JSON.stringify(kept));
    } catch {}
  }

  function typed(event) {
    const name = Object.keys(BOXES).find((each) => event.target.matches(BOXES[each]));
    if (!name) return;
    const link = event.target.closest("[data-link]")?.dataset.link;
    store(name === "word" ? { word: event.target.value, link } : { [name]: event.target.value });
    if (name === "question") count();
  }

  function fill(name, text) {
    box(name).value = text;
    box(name).dispatchEvent(new Event("input", { bubbles: true })); // Gradio keeps a copy
  }

  /* The question box: Gradio makes it after this script has started. */
  function question() {
    if (!box("question")) return void requestAnimationFrame(question);
    if (kept.question && !box("question").value) fill("question", kept.question);
  }

  /* The page has drawn its first view: search for what was typed, if that is not what is shown. */
  function loaded(view) {
    if (view === "search" && kept.query && plain(kept.query) !== plain(box("query")?.value)) fill("query", kept.query);
  }

  /* A part was redrawn. */
  function drawn(name, element) {
    if (name === "results" && plain(kept.query) === plain(new URLSearchParams(location.search).get("q"))) store({ query: "" });
    const word = name === "answer" && element.querySelector(BOXES.word);
    if (word && kept.word && !word.value && word.closest("[data-link]")?.dataset.link === kept.link) word.value = kept.word;
  }

  function sent(name) {
    store({ [name]: "" });
  }

  /* Put a question back that was not answered, unless another is being typed. */
  function giveBack(text) {
    if (text && box("question") && !box("question").value) fill("question", text);
  }

  /* By how much a question is too long, in words; empty if it is not. */
  function fault(text) {
    const note = document.getElementById("kloe-length");
    const length = [...text.trim()].length, most = Number(note.dataset.most);
    const said = (number) => number.toLocaleString("en-GB");
    if (length <= most - NEAR) return "";
    if (length <= most) return (note.textContent = `${said(length)} of at most ${said(most)} characters.`) && "";
    return (note.textContent = `This question has ${said(length)} characters; the most is ${said(most)}. Take out ${said(length - most)}.`);
  }

  function count() {
    const note = document.getElementById("kloe-length");
    const text = box("question").value, most = Number(note.dataset.most);
    box("question").setAttribute("aria-invalid", String(Boolean(fault(text))));
    note.hidden = [...text.trim()].length <= most - NEAR;
  }

  return { start, loaded, drawn, sent, giveBack, fault };
})();
