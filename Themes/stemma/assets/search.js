// Titles while typing, as a combobox (WAI-ARIA 1.2, list autocomplete with manual selection). Without it the box is a plain form.
(() => {
  "use strict";
  const form = document.querySelector(".searchbox[data-titles], .searchbox[data-index]");
  const input = form?.querySelector("input");

  if (input) {
    const list = document.createElement("ul");
    list.className = "titles";
    list.id = "titles";
    list.hidden = true;
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", form.dataset.all);
    form.append(list);
    for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-controls", "titles"], ["aria-expanded", "false"]]) {
      input.setAttribute(name, value);
    }

    let current = -1;
    let asked = "";
    let pending;
    let timer;

    const close = () => {
      list.hidden = true;
      current = -1;
      input.setAttribute("aria-expanded", "false");
      input.removeAttribute("aria-activedescendant");
    };

    const choose = (index) => {
      const items = [...list.children];
      current = items.length ? (index + items.length + 1) % (items.length + 1) : items.length;
      if (current === items.length) current = -1;
      items.forEach((item, at) => item.setAttribute("aria-selected", String(at === current)));
      if (current < 0) input.removeAttribute("aria-activedescendant");
      else {
        input.setAttribute("aria-activedescendant", items[current].id);
        items[current].scrollIntoView({ block: "nearest" });
      }
    };

    const item = (title, detail, href, at) => {
      const node = document.createElement("li");
      node.id = `title-${at}`;
      node.dataset.href = href;
      node.setAttribute("role", "option");
      node.setAttribute("aria-selected", "false");
      const name = document.createElement("span");
      name.dir = "auto";
      name.textContent = title;
      node.append(name);
      if (detail && detail !== title) {
        const path = document.createElement("span");
        path.className = "path";
        path.dir = "auto";
        path.textContent = detail;
        node.append(path);
      }
      return node;
    };

    // Only addresses of this site are followed, whatever the answer says.
    const own = (href) => {
      try {
        const url = new URL(href, location.href);
        return url.origin === location.origin && url.protocol === location.protocol ? url.href : null;
      } catch { return null; }
    };

    // A server answers, or what static-search.js loads of a site that is only files.
    const titles = async (query, signal) => {
      if (form.dataset.index) return window.stemmaSearch.titles(query, 8);
      const address = `${form.dataset.titles}?q=${encodeURIComponent(query)}`;
      const answer = await fetch(address, { signal, headers: { Accept: "application/json" } });
      return answer.ok ? (await answer.json()).pages ?? [] : [];
    };

    const ask = async () => {
      const query = input.value.trim();
      if (query === asked) return;
      asked = query;
      pending?.abort();
      if (!query) return close();
      const mine = new AbortController();
      pending = mine;
      try {
        const pages = await titles(query, mine.signal);
        if (mine.signal.aborted) return;
        const items = pages.slice(0, 8).filter((page) => own(page.href)).map((page, at) => item(page.title, page.path, own(page.href), at));
        if (!items.length) return close();
        items.push(item(`${form.dataset.all} “${query}”`, "", own(`${form.action}?q=${encodeURIComponent(query)}`), items.length));
        list.replaceChildren(...items);
        list.hidden = false;
        input.setAttribute("aria-expanded", "true");
        choose(-1);
      } catch {
        if (!mine.signal.aborted) close();
      }
    };

    input.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(ask, 120); });
    input.addEventListener("keydown", (event) => {
      if (event.isComposing) return;
      if (event.key === "Escape" && !list.hidden) { event.preventDefault(); close(); }
      else if (list.hidden) return;
      else if (event.key === "ArrowDown") { event.preventDefault(); choose(current + 1); }
      else if (event.key === "ArrowUp") { event.preventDefault(); choose(current < 0 ? list.children.length - 1 : current - 1); }
      else if (event.key === "Enter" && current >= 0) { event.preventDefault(); location.assign(list.children[current].dataset.href); }
    });
    input.addEventListener("blur", () => setTimeout(close, 150));
    list.addEventListener("pointerdown", (event) => event.preventDefault());
    list.addEventListener("click", (event) => {
      const chosen = event.target.closest("li");
      if (chosen) location.assign(chosen.dataset.href);
    });
  }
})();
