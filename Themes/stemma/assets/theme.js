// Light, dark, or as the device says. It runs in the head, because a deferred script would run after the first paint and flash.
(() => {
  const root = document.documentElement;
  const modes = ["auto", "light", "dark"];
  let mode = "auto";
  try { mode = localStorage.getItem("stemma-theme") || "auto"; } catch {}
  const apply = () => {
    if (mode === "light" || mode === "dark") root.dataset.theme = mode;
    else delete root.dataset.theme;
  };
  apply();
  addEventListener("DOMContentLoaded", () => {
    const button = document.querySelector(".theme-switch");
    if (!button) return;
    const show = () => { button.textContent = button.dataset[modes.includes(mode) ? mode : "auto"]; };
    button.hidden = false;
    show();
    button.addEventListener("click", () => {
      mode = modes[(modes.indexOf(mode) + 1) % modes.length];
      try { localStorage.setItem("stemma-theme", mode); } catch {}
      apply();
      show();
    });
  });
})();
