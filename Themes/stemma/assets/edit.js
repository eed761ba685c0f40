// The edit form, made nicer: preview while writing, keys for formatting, and a copy of unsaved text that outlives a crash.
// Everything here is optional; the form alone saves and previews.
(() => {
  "use strict";
  const form = document.querySelector("form.editor");
  const text = form?.elements.markdown;

  if (text) {
    const status = form.querySelector(".status-line");
    const pane = form.querySelector(".preview-pane");
    const path = form.elements.path;
    const start = text.value;
    let isSending = false;

    const isChanged = () => text.value !== start || Boolean(document.querySelector(".problem"));
    const changed = () => text.dispatchEvent(new Event("input", { bubbles: true }));

    // 1 · A copy in this browser until a save is acknowledged (the next page says so in data-saved). A page may have several:
    // while an older one waits for an answer, what is typed has a place of its own, so that neither takes the other's.
    const places = ["", "-2", "-3", "-4", "-5"];
    const key = (place) => `stemma-draft${place}:${form.dataset.draft}`;
    const read = (place) => { try { return JSON.parse(localStorage.getItem(key(place))); } catch { return null; } };
    const write = (place, value) => { try { localStorage.setItem(key(place), JSON.stringify(value)); return true; } catch { return false; } };
    const drop = (place) => { try { localStorage.removeItem(key(place)); } catch {} };
    const sent = {
      get() { try { return sessionStorage.getItem("stemma-sent"); } catch { return null; } },
      set(value) { try { sessionStorage.setItem("stemma-sent", value); } catch {} },
    };
    const isWaiting = (copy) => typeof copy?.text === "string" && copy.text.trimEnd() !== start.trimEnd();

    const offer = form.querySelector(".draft-offer");
    // The newest first. Where nothing is offered, as beside a conflict, the copy is the one of the text that was sent.
    const waiting = !offer ? [] : places.filter((place) => isWaiting(read(place))).sort((a, b) => (read(b).at ?? 0) - (read(a).at ?? 0));
    let own = offer ? places.find((place) => !waiting.includes(place)) ?? places.at(-1) : places.find((place) => key(place) === sent.get()) ?? "";

    let keeping;
    const keep = () => {
      if (!isChanged()) return;
      const isKept = write(own, { text: text.value, base: form.elements.base?.value, summary: form.elements.summary?.value, at: Date.now() });
      status.textContent = isKept ? status.dataset.kept : "";
    };
    const showOffer = () => { if (offer) offer.hidden = waiting.length === 0; };
    offer?.querySelector(".draft-take").addEventListener("click", () => {
      const place = waiting.shift();
      const kept = read(place);
      if (!kept) return showOffer();
      if (isChanged()) { keep(); waiting.push(own); }
      own = place;
      text.value = kept.text;
      // The copy began from its own revision: saving merges from there, and overwrites nothing.
      if (kept.base && form.elements.base) form.elements.base.value = kept.base;
      if (kept.summary && !form.elements.summary.value) form.elements.summary.value = kept.summary;
      showOffer();
      changed();
      text.focus();
    });
    offer?.querySelector(".draft-drop").addEventListener("click", () => { drop(waiting.shift()); showOffer(); });
    showOffer();

    const limit = Number(form.dataset.limit) || Infinity;
    form.addEventListener("input", () => {
      clearTimeout(keeping);
      keeping = setTimeout(keep, 600);
      if (text.value.length > limit / 4 && new TextEncoder().encode(text.value).length > limit) status.textContent = status.dataset.long;
    });
    document.addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden") keep(); });
    addEventListener("beforeunload", (event) => { if (!isSending && isChanged()) { keep(); event.preventDefault(); } });
    form.addEventListener("submit", (event) => {
      if (event.submitter?.formAction && event.submitter.hasAttribute("formaction")) return;
      // A new page's copy goes by the name it is sent under.
      if (path?.value && path.value !== form.dataset.draft) {
        drop(own);
        form.dataset.draft = path.value;
        own = places.find((place) => !read(place)) ?? places.at(-1);
      }
      keep();
      sent.set(key(own));
      isSending = true;
    });
    addEventListener("pageshow", () => { isSending = false; });

    // 2 · Preview: on request, then along with the writing.
    let asking;
    const preview = async () => {
      asking?.abort();
      asking = new AbortController();
      pane.firstElementChild?.setAttribute("aria-busy", "true");
      try {
        const body = new URLSearchParams({ markdown: text.value, csrf: form.elements.csrf.value, base: form.elements.base?.value ?? "" });
        if (path) body.set("path", path.value);
        const answer = await fetch(form.dataset.preview, { method: "POST", body, signal: asking.signal, headers: { "X-Fragment": "preview" } });
        if (!answer.ok) throw new Error(String(answer.status));
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        const fragment = page.querySelector(".preview");
        if (!fragment) throw new Error("no preview");
        pane.replaceChildren(document.adoptNode(fragment));
        form.classList.add("has-preview");
        status.textContent = "";
        pane.dispatchEvent(new CustomEvent("stemma:content", { bubbles: true }));
      } catch (error) {
        if (error.name === "AbortError") return;
        status.textContent = status.dataset.failed;
        pane.firstElementChild?.removeAttribute("aria-busy");
      }
    };
    form.querySelector("button[formaction]")?.addEventListener("click", (event) => { event.preventDefault(); preview(); });
    let previewing;
    text.addEventListener("input", () => {
      if (!form.classList.contains("has-preview")) return;
      clearTimeout(previewing);
      previewing = setTimeout(preview, 500);
    });

    // 3 · Keys and buttons for formatting; execCommand keeps the browser's own undo.
    const replace = (words) => {
      text.focus();
      if (!document.execCommand("insertText", false, words)) text.setRangeText(words, text.selectionStart, text.selectionEnd, "end");
      changed();
    };
    const wrap = (mark) => {
      const { selectionStart: from, selectionEnd: to, value } = text;
      const words = value.slice(from, to);
      replace(mark + words + mark);
      text.setSelectionRange(from + mark.length, from + mark.length + words.length);
    };
    const link = () => {
      const { selectionStart: from, selectionEnd: to, value } = text;
      const words = value.slice(from, to);
      replace(/^https?:\/\/\S+$/.test(words) ? `[](${words})` : `[[${words}]]`);
      const caret = /^https?:/.test(words) ? from + 1 : from + 2 + words.length;
      text.setSelectionRange(caret, caret);
    };
    const toolbar = form.querySelector(".toolbar");
    if (toolbar) {
      toolbar.hidden = false;
      toolbar.addEventListener("click", (event) => {
        const button = event.target.closest("button");
        if (button?.dataset.wrap) wrap(button.dataset.wrap);
        else if (button) link();
      });
    }
    document.addEventListener("keydown", (event) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
      const key = event.key.toLowerCase();
      if (key === "s") { event.preventDefault(); form.requestSubmit(form.querySelector("button.primary")); }
      else if (event.target !== text) return;
      else if (key === "b") { event.preventDefault(); wrap("**"); }
      else if (key === "i") { event.preventDefault(); wrap("*"); }
      else if (key === "k") { event.preventDefault(); link(); }
    });
  }

  // An open wiki remembers the name in this browser, too.
  const author = form?.elements.author;
  if (author) {
    try {
      author.value ||= localStorage.getItem("stemma-author") ?? "";
      form.addEventListener("submit", () => localStorage.setItem("stemma-author", author.value));
    } catch {}
  }
})();
