// The compare form keeps its order: what is compared from is always older than what it is compared to.
(() => {
  "use strict";
  const form = document.querySelector("form.compare");
  const from = [...(form?.querySelectorAll('input[name="from"]') ?? [])];
  const to = [...(form?.querySelectorAll('input[name="to"]') ?? [])];

  if (from.length > 1) {
    const picked = (radios) => radios.findIndex((radio) => radio.checked);
    const show = (changed) => {
      // The list begins with the newest, so the older one stands further down.
      if (changed?.name === "to" && picked(from) <= picked(to)) from[Math.min(picked(to) + 1, from.length - 1)].checked = true;
      if (changed?.name === "from" && picked(to) >= picked(from)) to[Math.max(picked(from) - 1, 0)].checked = true;
      from.forEach((radio, at) => { radio.disabled = at === 0; });
      to.forEach((radio, at) => { radio.disabled = at === to.length - 1; });
      form.querySelectorAll(".revision").forEach((row, at) => row.classList.toggle("is-picked", at === picked(from) || at === picked(to)));
    };
    form.addEventListener("change", (event) => show(event.target));
    addEventListener("pageshow", () => show());
    show();
  }
})();
