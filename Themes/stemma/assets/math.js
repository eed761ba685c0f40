// Sets formulas with the server's own copy of KaTeX, loaded only where there is one to set. Without it TeX stays readable source.
const { katex: moduleAddress, katexStyle } = document.body.dataset;
let setter;

async function load() {
  const style = document.createElement("link");
  style.rel = "stylesheet";
  style.href = katexStyle;
  document.head.append(style);
  return (await import(moduleAddress)).default;
}

export async function setMath(root = document) {
  const formulas = [...root.querySelectorAll(".math > code")];
  if (!formulas.length || !moduleAddress) return;
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
