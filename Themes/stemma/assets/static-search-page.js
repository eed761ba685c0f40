// The search page of a site that is only files: shows what static-search.js finds for the query in the address, as a server's page does.
(() => {
  "use strict";
  const sheet = document.querySelector(".static-search");
  if (!sheet || !window.stemmaSearch) return;
  sheet.querySelector(".search-needs").hidden = true;
  const language = document.documentElement.lang || "en";
  const status = sheet.querySelector(".search-status");
  const nothing = sheet.querySelector(".search-nothing");
  const results = sheet.querySelector(".results");
  const more = sheet.querySelector(".search-more");
  const tips = sheet.querySelector(".tips");
  const form = sheet.querySelector("template.search-result").content;
  const size = 20;
  const query = (new URLSearchParams(location.search).get("q") ?? "").trim();

  const fill = (sentence, values) => sentence.replace(/\{(count|query)\}/g, (_, name) => values[name]);
  // The sentence with a number that the language counts like this one.
  const counted = (count) => {
    const plural = new Intl.PluralRules(language);
    const forms = [...sheet.querySelector("template.search-counts").content.children];
    const form = forms.find((sample) => plural.select(Number(sample.value)) === plural.select(count)) ?? forms.at(-1);
    return fill(form.textContent, { count: String(count).replace(/\B(?=(\d{3})+$)/g, "\u202F"), query });
  };

  const item = (hit) => {
    const node = form.cloneNode(true);
    const link = node.querySelector("a");
    link.href = hit.href;
    link.textContent = hit.title;
    node.querySelector(".path").textContent = hit.path;
    node.querySelector(".excerpt").append(...hit.excerpt.map(({ text, isMarked }) => {
      if (!isMarked) return text;
      const mark = document.createElement("mark");
      mark.textContent = text;
      return mark;
    }));
    const time = node.querySelector("time");
    if (hit.changed === null) time.parentElement.remove();
    else {
      const date = new Date(hit.changed * 1000);
      time.dateTime = date.toISOString();
      time.textContent = new Intl.DateTimeFormat(language, { dateStyle: "medium" }).format(date);
    }
    return node;
  };

  const show = async (hits) => {
    const found = await hits.next(size);
    const first = results.children.length;
    results.append(...found.map(item));
    results.hidden = results.children.length === 0;
    more.hidden = !hits.hasMore;
    results.dispatchEvent(new CustomEvent("stemma:content", { bubbles: true }));
    return results.children[first];
  };

  const run = async () => {
    tips.hidden = true;
    status.textContent = sheet.dataset.searching;
    const hits = await window.stemmaSearch.search(query);
    await show(hits);
    const isEmpty = results.hidden;
    status.textContent = isEmpty ? fill(sheet.dataset.nothing, { query }) : hits.count === null ? sheet.dataset.found : counted(hits.count);
    nothing.hidden = !isEmpty;
    tips.hidden = !isEmpty;
    more.querySelector("button").addEventListener("click", async () => {
      try {
        (await show(hits))?.querySelector("a").focus();
      } catch { fail(); }
    });
  };
  const fail = () => { status.textContent = sheet.dataset.failed; nothing.hidden = false; };

  if (query) {
    const input = document.querySelector(".searchbox input");
    input.value = query;
    document.title = `${query} · ${document.title}`;
    run().catch(fail);
  }
})();
