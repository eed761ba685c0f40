// Single keys: e edit, h history, / search, n and p the next and previous change, ? the list of keys. They can be switched off and never take a key from a field.
(() => {
  "use strict";
  const dialog = document.querySelector(".keys");
  const opener = document.querySelector(".keys-open");
  const single = dialog?.querySelector(".keys-single");
  const remembered = "stemma-keys";

  const areOn = () => { try { return localStorage.getItem(remembered) !== "off"; } catch { return true; } };

  if (dialog && opener) {
    opener.hidden = false;
    opener.addEventListener("click", () => dialog.showModal());
    dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
    single.checked = areOn();
    single.addEventListener("change", () => {
      try { localStorage.setItem(remembered, single.checked ? "on" : "off"); } catch {}
    });
  }

  const follow = (selector) => {
    const link = document.querySelector(selector);
    if (link) link.click();
    return Boolean(link);
  };

  const actions = {
    e: () => follow('.tabs [data-tab="edit"]:not([aria-current])'),
    h: () => follow('.tabs [data-tab="history"]:not([aria-current])'),
    "/": () => { document.querySelector(".searchbox input")?.focus(); return true; },
    n: () => follow(":target .change-next") || follow(".change-first"),
    p: () => follow(":target .change-previous"),
    "?": () => { dialog?.showModal(); return true; },
  };

  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || !areOn() || dialog?.open) return;
    if (event.target.closest?.("input, textarea, select, [contenteditable]")) return;
    if (actions[event.key]?.()) event.preventDefault();
  });
})();
