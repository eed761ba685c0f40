// A folder of the tree loads when it is opened, from the plain page that lists it. Without this script its name is a link to that page.
(() => {
  "use strict";
  async function listOf(href) {
    const answer = await fetch(href, { headers: { Accept: "text/html" } });
    if (!answer.ok) throw new Error(String(answer.status));
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const more = page.querySelector(".tree-more");
    const items = [...(page.querySelector("#tree")?.children ?? [])].map((item) => document.adoptNode(item));
    if (more) {
      const item = document.createElement("li");
      item.className = "tree-page";
      item.append(document.adoptNode(more));
      items.push(item);
    }
    return items;
  }

  const root = document.querySelector("#tree");
  // From a disk a browser lets no script ask for another page: there the names stay links.
  const canAsk = location.protocol !== "file:";

  const open = async (folder) => {
    const list = folder.querySelector(":scope > .tree");
    if (!folder.open || list.children.length || folder.dataset.state === "loading") return;
    if (!canAsk) return location.assign(folder.querySelector("summary > a").href);
    folder.dataset.state = "loading";
    list.setAttribute("aria-busy", "true");
    try {
      list.replaceChildren(...(await listOf(folder.dataset.list)));
    } catch {
      const note = document.createElement("li");
      note.className = "tree-page empty";
      note.textContent = root.dataset.failed;
      list.replaceChildren(note);
    }
    list.removeAttribute("aria-busy");
    folder.dataset.state = "";
  };

  root?.addEventListener("toggle", (event) => { if (event.target.dataset.list) open(event.target); }, true);
  // A plain click on a folder's name opens it in place; with a modifier key it is the link that it looks like.
  root?.addEventListener("click", (event) => {
    const name = event.target.closest("summary > a");
    if (!name || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    name.closest("details").open = !name.closest("details").open;
  });
  root?.addEventListener("click", async (event) => {
    const more = event.target.closest("a.tree-more");
    if (!more || !canAsk || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const item = more.closest("li");
    try { item.replaceWith(...(await listOf(more.href))); } catch { location.assign(more.href); }
  });
})();
