// Sets formulas with the server's own copy of KaTeX, loaded only where there is one to set. Without it TeX stays readable source.
(() => {
  "use strict";
  const { katex: address, katexStyle } = document.body.dataset;
  let setter;

  async function load() {
    const style = document.createElement("link");
    style.rel = "stylesheet";
    style.href = katexStyle;
    const script = document.createElement("script");
    script.src = address;
    const loaded = new Promise((resolve, reject) => {
      script.addEventListener("load", resolve);
      script.addEventListener("error", reject);
    });
    document.head.append(style, script);
    await loaded;
    return window.katex;
  }

  async function setMath(root = document) {
    const formulas = [...root.querySelectorAll(".math > code")];
    if (!formulas.length || !address) return;
    setter ??= load();
    let katex;
    try { katex = await setter; } catch { return; }
    for (const code of formulas) {
      const formula = code.parentElement;
      const holder = document.createElement("span");
      try {
        katex.render(code.textContent, holder, { displayMode: formula.classList.contains("math-display"), throwOnError: true, trust: false, maxExpand: 200, maxSize: 40 });
        formula.replaceChildren(holder);
      } catch {
        formula.title = code.textContent;
      }
    }
  }

  setMath();
  document.addEventListener("stemma:content", (event) => setMath(event.target));
})();
