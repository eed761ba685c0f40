// The page that follows a save acknowledges it: the copy of the text that was sent is done with. Another one that waits stays.
(() => {
  "use strict";
  if (document.body.dataset.saved !== undefined) {
    try {
      localStorage.removeItem(sessionStorage.getItem("stemma-sent") ?? "");
      sessionStorage.removeItem("stemma-sent");
    } catch {}
  }

  // The heading that is being read is marked in the table of contents.
  const entries = new Map([...document.querySelectorAll(".contents a[href^='#']")].map((link) => [decodeURIComponent(link.hash.slice(1)), link]));
  if (entries.size && "IntersectionObserver" in window) {
    const headings = [...entries.keys()].map((id) => document.getElementById(id)).filter(Boolean);
    // The list of contents scrolls by itself, so that the marked entry is in sight; the page does not move.
    const list = document.querySelector(".contents");
    const follow = (link) => {
      if (list.scrollHeight <= list.clientHeight || list.matches(":hover, :focus-within")) return;
      const top = link.offsetTop - list.offsetTop;
      if (top < list.scrollTop || top + link.offsetHeight > list.scrollTop + list.clientHeight * 0.8) list.scrollTop = top - list.clientHeight / 2;
    };
    const mark = () => {
      const above = headings.filter((heading) => heading.getBoundingClientRect().top < innerHeight / 3);
      const now = above.at(-1);
      for (const [id, link] of entries) {
        if (now?.id === id) link.setAttribute("aria-current", "true");
        else link.removeAttribute("aria-current");
      }
      if (now) follow(entries.get(now.id));
    };
    const watcher = new IntersectionObserver(mark, { rootMargin: "0px 0px -66% 0px" });
    headings.forEach((heading) => watcher.observe(heading));
  }
})();
