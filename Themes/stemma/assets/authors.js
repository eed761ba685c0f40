// Words tell who wrote them: a note at the words that have the pointer or the focus, and a question about what is selected.
// Without this script the same stands in each word's title, and behind the link that it is.
(() => {
  "use strict";
  const text = document.querySelector(".authored");
  const ask = document.querySelector("[data-ask]");
  const encoder = new TextEncoder();
  let note = null;
  let closing = 0;

  function closeNote() {
    note?.remove();
    note = null;
  }

  function openNote(run) {
    const entry = document.getElementById(`change-${run.dataset.change}`);
    if (!entry) return;
    clearTimeout(closing);
    closeNote();
    note = document.createElement("div");
    note.className = "run-note";
    note.append(...[...entry.childNodes].map((node) => node.cloneNode(true)));
    note.addEventListener("pointerenter", () => clearTimeout(closing));
    note.addEventListener("pointerleave", closeSoon);
    document.body.append(note);
    const box = (run.getClientRects()[0] ?? run.getBoundingClientRect());
    const left = Math.min(box.left, document.documentElement.clientWidth - note.offsetWidth - 12);
    note.style.left = `${Math.max(12, left) + scrollX}px`;
    note.style.top = `${box.bottom + scrollY + 4}px`;
  }

  function closeSoon() {
    clearTimeout(closing);
    closing = setTimeout(closeNote, 250);
  }

  // Where a place in the page stands in the text, in bytes of UTF-8. The page keeps the text's line ends.
  function offset(node, place) {
    const run = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest(".run");
    if (!run || !text.contains(run)) return null;
    const before = node.nodeType === Node.TEXT_NODE ? node.data.slice(0, place) : place > 0 ? run.textContent : "";
    return Number(run.dataset.start) + encoder.encode(before).length;
  }

  function offerQuestion() {
    const selection = getSelection();
    const range = selection && !selection.isCollapsed && selection.rangeCount ? selection.getRangeAt(0) : null;
    const start = range ? offset(range.startContainer, range.startOffset) : null;
    const end = range ? offset(range.endContainer, range.endOffset) : null;
    const isAsked = start !== null && end !== null && end > start;
    ask.parentElement.hidden = !isAsked;
    if (!isAsked) return;
    const address = new URL(ask.dataset.base, location.href);
    address.searchParams.set("at", `${start}-${end}`);
    address.hash = "asked";
    ask.href = address.href;
  }

  if (text) {
    const run = (event) => event.target.closest?.(".run");
    text.addEventListener("pointerover", (event) => { if (run(event) && event.pointerType !== "touch") openNote(run(event)); });
    text.addEventListener("pointerout", closeSoon);
    text.addEventListener("focusin", (event) => { if (run(event)) openNote(run(event)); });
    text.addEventListener("focusout", closeSoon);
    document.addEventListener("keydown", (event) => { if (event.key === "Escape") closeNote(); });
  }
  if (text && ask) {
    ask.dataset.base = ask.getAttribute("href");
    document.addEventListener("selectionchange", offerQuestion);
  }
})();
