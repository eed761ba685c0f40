// The search of a site that is only files: the same words, filters and order as a server's, from an index in small scripts
// (Sources/StaticExport/Search), of which it loads those that a query needs. Scripts, since from a disk a browser loads nothing else.
(() => {
  "use strict";
  const form = document.querySelector(".searchbox[data-index]");
  if (!form) return;

  // 1 · Files. Each calls one of these functions with its name and its lines, which begin and end with a line end.
  const index = new URL(`${form.dataset.index}/`, document.baseURI);
  const root = new URL(form.dataset.root, document.baseURI);
  const arrived = new Map();
  const asked = new Map();
  const arrive = (kind) => (name, lines) => arrived.set(`${kind} ${name}`, lines);

  const request = (key, file) => new Promise((resolve, reject) => {
    const script = document.createElement("script");
    const end = () => {
      script.remove();
      if (arrived.has(key)) return resolve(arrived.get(key));
      asked.delete(key);
      reject(new Error(`${file} cannot be loaded`));
    };
    script.addEventListener("load", end);
    script.addEventListener("error", end);
    script.src = new URL(file, index).href;
    document.head.append(script);
  });
  const load = (kind, name, file) => {
    const key = `${kind} ${name}`;
    if (!asked.has(key)) asked.set(key, request(key, file));
    return asked.get(key);
  };
  const once = (make) => { const made = new Map(); return (name) => { if (!made.has(name)) made.set(name, make(name)); return made.get(name); }; };
  const rows = (lines) => lines.slice(1, -1).split("\n");

  const tableSize = 128;
  const lengthsSize = 4096;
  const manifest = async () => {
    const [head, ...shards] = rows(await load("manifest", "", "index.js"));
    const [, documents, words] = head.split(" ").map(Number);
    return { documents, average: words / documents, shards: new Set(shards.map((row) => row.slice(0, row.lastIndexOf(" ")))) };
  };
  const table = async (number) => {
    const place = Math.floor(number / tableSize);
    const row = (await load("table", place, `d-${place}.js`)).split(`\n${number}\t`)[1] ?? "";
    const [title = "", address = "", path = "", changed = ""] = row.split("\n")[0].split("\t");
    return { title, path, href: new URL(address, root).href, changed: changed ? Number(changed) : null };
  };
  const text = async (number) => {
    const [title, headings, , description, body, rest] = rows(await load("text", number, `text/${Math.floor(number / 1000)}/${number}.js`));
    return { title, headings, description, body, isCut: !rest.startsWith("0") };
  };
  const lengths = async (numbers) => {
    const places = [...new Set(numbers.map((number) => Math.floor(number / lengthsSize)))];
    const lists = new Map(await Promise.all(places.map(async (place) => [place, readNumbers(rows(await load("lengths", place, `l-${place}.js`))[0])])));
    return (number) => lists.get(Math.floor(number / lengthsSize))[number % lengthsSize] - 1;
  };

  // 2 · Numbers and lists of pages, as PostingCode writes them.
  const values = new Map([..."!\"#%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_abcdefghijklmnopqrstuvwxyz{|}~"]
    .filter((symbol) => symbol !== "`").map((symbol, value) => [symbol.charCodeAt(0), value]));
  const readNumbers = (list) => {
    const numbers = [];
    let at = 0;
    const digits = (count, start) => { let number = start; for (; count > 0; count -= 1) number = number * 91 + values.get(list.charCodeAt(at++)); return number; };
    while (at < list.length) {
      const first = values.get(list.charCodeAt(at++));
      numbers.push(first < 48 ? first : first < 86 ? 48 + digits(1, first - 48) : first < 90 ? 3506 + digits(2, first - 86) : 36630 + digits(5, 0));
    }
    return numbers;
  };
  const readPostings = (list) => {
    const postings = new Map();
    const numbers = readNumbers(list);
    for (let at = 0, page = -1; at < numbers.length; at += 1) {
      page += (numbers[at] >> 1) + 1;
      postings.set(page, numbers[at] & 1 ? numbers[++at] + 2 : 1);
    }
    return postings;
  };

  // 3 · Terms. A shard is named by the bytes with which its terms begin.
  const encoder = new TextEncoder();
  const beginningLimit = 60;
  const codes = (term) => [...encoder.encode(term).slice(0, 64)].map((byte) => {
    const sign = String.fromCharCode(byte);
    return /[a-z0-9]/.test(sign) ? sign : `_${byte.toString(16).padStart(2, "0")}`;
  });
  const home = (shards, term) => {
    let name = "";
    for (const code of ["", ...codes(term)]) if (shards.has(name += code)) return name;
    return shards.has(`${name}-`) ? `${name}-` : null;
  };
  const shard = (name) => load("shard", name, `s-${name}.js`);
  const postings = async (term) => {
    const name = home((await catalogue()).shards, term);
    const lines = name === null ? "" : await shard(name);
    const start = lines.indexOf(`\n${term} `);
    return start < 0 ? new Map() : readPostings(lines.slice(start + term.length + 2, lines.indexOf("\n", start + 1)));
  };
  // All terms that begin so; null where too many files would have to be read.
  const beginnings = async (beginning) => {
    const { shards } = await catalogue();
    const name = home(shards, beginning);
    const prefix = codes(beginning).join("");
    const names = name !== null && !name.endsWith("-") ? [name] : [...shards].filter((other) => other.startsWith(prefix));
    if (names.length > beginningLimit) return null;
    const found = [];
    for (const lines of await Promise.all(names.map(shard))) {
      for (let start = lines.indexOf(`\n${beginning}`); start >= 0; start = lines.indexOf(`\n${beginning}`, start + 1)) {
        const [term, list] = lines.slice(start + 1, lines.indexOf("\n", start + 1)).split(" ");
        found.push([term, readPostings(list)]);
      }
    }
    return found;
  };
  const postingsBeginning = async (beginning) => {
    const found = await beginnings(beginning);
    if (!found) return postings(beginning);
    const sum = new Map();
    for (const [, list] of found) for (const [page, frequency] of list) sum.set(page, (sum.get(page) ?? 0) + frequency);
    return sum;
  };

  // 4 · Words, as SearchFold, SearchWords and LookupKey have them.
  const isIndexed = (sign) => /[\p{L}\p{N}\p{Co}]/u.test(sign);
  const isAccent = (sign) => sign >= "\u0300" && sign <= "\u0331";
  const writesNoSpaces = (sign) => /[\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u2E80-\u2FDF\u3005-\u3007\u3040-\u30FF\u31F0-\u31FF\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF\u{20000}-\u{3FFFF}]/u.test(sign);
  const foldOne = once((sign) => {
    if (isAccent(sign)) return "";
    const lower = sign.toLowerCase();
    const [base, ...accents] = /[\u00C0-\u024F\u1E00-\u1EFF]/.test(sign) ? lower.normalize("NFD") : lower;
    if (base >= "a" && base <= "z" && accents.every((accent) => /\p{Mn}/u.test(accent))) return base;
    return sign === "ς" ? "σ" : lower;
  });
  const fold = (words) => [...words].map(foldOne).join("");
  const kind = once((sign) => isAccent(sign) ? "accent" : !isIndexed(sign) ? "end" : writesNoSpaces(sign) ? "alone" : "letter");
  const cut = (word, limit) => {
    let bytes = 0;
    let kept = "";
    for (const sign of word) {
      bytes += encoder.encode(sign).length;
      if (bytes > limit) break;
      kept += sign;
    }
    return kept;
  };
  const words = (source) => {
    const found = [];
    let start = -1;
    let word = "";
    const close = (end, isAlone) => {
      if (word) found.push({ word: word.length > 16 ? cut(word, 64) : word, isAlone, start, end });
      start = -1;
      word = "";
    };
    let at = 0;
    for (const sign of source) {
      const what = kind(sign);
      if (what === "end" || what === "alone") close(at, false);
      if (what !== "end" && what !== "accent" && start < 0) start = at;
      if (what !== "end") word += foldOne(sign);
      at += sign.length;
      if (what === "alone") close(at, true);
    }
    close(at, false);
    return found;
  };
  const lookupKey = (name) => [...name.normalize("NFC")].map((sign) => (/[ _]/.test(sign) ? "-" : sign.toLowerCase())).join("").normalize("NFC");
  const titleKey = (title) => fold(lookupKey(title));
  const keyTerm = (sign, key) => sign + cut(key.replace(/[\x00-\x20\x7F]/g, "-"), 1024);

  // 5 · Queries, as SearchQuery reads them.
  const items = (query) => {
    const found = [];
    let rest = query.replace(/\p{Cc}/gu, " ").replace(/^\p{White_Space}+/u, "");
    while (rest) {
      const filter = ["path", "tag"].find((name) => rest.startsWith(`${name}:`));
      if (filter) rest = rest.slice(filter.length + 1);
      const isQuoted = rest.startsWith('"');
      if (isQuoted) rest = rest.slice(1);
      const end = rest.search(isQuoted ? /"/ : /\p{White_Space}/u);
      found.push({ filter, text: end < 0 ? rest : rest.slice(0, end), isQuoted });
      rest = (end < 0 ? "" : rest.slice(end + (isQuoted ? 1 : 0))).replace(/^\p{White_Space}+/u, "");
    }
    return found;
  };
  const read = (query) => {
    let said = [];
    let path = null;
    let isOpen = false;
    const tags = new Set();
    for (const item of items(query)) {
      if (item.filter === "path") path = lookupKey(item.text.split("/").filter(Boolean).join("/"));
      else if (item.filter) tags.add(titleKey(item.text.replaceAll('"', "")));
      else if ([...item.text].some(isIndexed)) {
        said = [...said.filter((word) => word !== item.text), item.text];
        isOpen = !item.isQuoted;
      }
    }
    tags.delete("");
    const phrases = said.map((phrase) => words(phrase));
    const beginning = isOpen ? phrases.at(-1)?.at(-1)?.word ?? null : null;
    return { path, tags: [...tags].sort().slice(0, 8), phrases, isOpen, beginning, title: titleKey(said.join(" ")) };
  };

  // 6 · Ranking: exact titles first, then by Okapi's BM25 as SQLite weighs it, then by path.
  const weigh = (frequency, length, average) => (frequency * 2.2) / (frequency + 1.2 * (0.25 + (0.75 * length) / average));
  const rarity = (documents, count) => { const rare = Math.log((documents - count + 0.5) / (count + 0.5)); return rare > 0 ? rare : 1e-6; };
  const smallest = (lists) => lists.reduce((least, list) => (list.size < least.size ? list : least));
  const inAll = (lists) => (lists.length ? [...smallest(lists).keys()].filter((page) => lists.every((list) => list.has(page))) : []);
  // A phrase's pages. One of several words has those with all of them, until their texts are looked at.
  const pagesOf = async (phrase, isOpen, sign) => {
    const terms = [];
    phrase.forEach(({ word, isAlone }, at) => {
      const isLast = at === phrase.length - 1;
      if (isLast && isOpen && !isAlone) terms.push(postingsBeginning(sign + word));
      else if (sign || !isAlone) terms.push(postings(sign + word));
      else if (phrase[at + 1]?.isAlone) terms.push(postings(word + phrase[at + 1].word));
      else if (!phrase[at - 1]?.isAlone) terms.push(postings(word));
    });
    const lists = await Promise.all(terms);
    const pages = lists.length === 1 ? lists[0] : new Map(inAll(lists).map((page) => [page, Math.min(...lists.map((list) => list.get(page)))]));
    return { phrase, isOpen, pages, isSure: lists.length === 1 };
  };
  const occurrences = (source, { phrase, isOpen }) => {
    const all = words(source);
    let count = 0;
    for (let at = 0; at + phrase.length <= all.length; at += 1) {
      count += phrase.every(({ word, isAlone }, step) => {
        const other = all[at + step].word;
        return other === word || (isOpen && !isAlone && step === phrase.length - 1 && other.startsWith(word));
      });
    }
    return count;
  };
  const checkLimit = 100;
  // Looks a phrase up in a page's text, and takes the page out where it is not there.
  const check = async (phrases, page) => {
    const source = await text(page);
    for (const entry of phrases.filter(({ isSure }) => !isSure)) {
      const count = 10 * occurrences(source.title, entry) + 4 * occurrences(source.headings, entry) + occurrences(source.body, entry);
      if (count) entry.pages.set(page, count);
      else if (!source.isCut) entry.pages.delete(page);
    }
  };
  const byPath = (one, other) => (one.path < other.path ? -1 : one.path > other.path ? 1 : 0);

  const rank = async (query, phrases, pages) => {
    const { documents, average } = await catalogue();
    const length = await lengths(pages);
    const exact = await postings(keyTerm("=", query.title));
    const weights = phrases.map(({ pages: list }) => rarity(documents, list.size));
    const scored = pages.map((page) => ({
      page, isExact: exact.has(page),
      score: phrases.reduce((sum, { pages: list }, at) => sum + weights[at] * weigh(list.get(page), length(page), average), 0),
    }));
    return scored.sort((one, other) => other.isExact - one.isExact || other.score - one.score || one.page - other.page);
  };

  // The found pages in their order; those that are alike stand by their paths as far as they are asked for. Where a phrase has more
  // pages than can be looked at before anything is shown, they are looked at in portions, best first by what is known.
  class Hits {
    constructor(query, phrases, ranked, isChecked) {
      Object.assign(this, { query, phrases, ready: isChecked ? ranked : [], waiting: isChecked ? [] : ranked, sorted: 0, shown: 0 });
      this.count = isChecked ? ranked.length : null;
    }

    get hasMore() { return this.shown < this.ready.length || this.waiting.length > 0; }

    async next(limit) {
      for (let tries = 0; this.ready.length - this.shown < limit && this.waiting.length && tries < 2; tries += 1) await this.look();
      while (this.sorted < Math.min(this.shown + limit, this.ready.length)) await this.sortTies();
      const found = this.ready.slice(this.shown, this.shown + limit);
      this.shown += found.length;
      return Promise.all(found.map(async ({ page }) => {
        const [shown, source] = await Promise.all([table(page), text(page)]);
        return { ...shown, excerpt: this.phrases.length ? excerpt(source.body, this.query) : [{ text: source.description, isMarked: false }] };
      }));
    }

    async look() {
      const portion = this.waiting.splice(0, checkLimit).map(({ page }) => page);
      await Promise.all(portion.map((page) => check(this.phrases, page)));
      const have = portion.filter((page) => this.phrases.every(({ pages }) => pages.has(page)));
      this.ready.push(...(await rank(this.query, this.phrases, have)));
    }

    async sortTies() {
      const [first, start] = [this.ready[this.sorted], this.sorted];
      while (this.sorted < this.ready.length && this.ready[this.sorted].isExact === first.isExact && this.ready[this.sorted].score === first.score) this.sorted += 1;
      if (this.sorted - start < 2 || this.sorted - start > 2000) return;
      const tied = await Promise.all(this.ready.slice(start, this.sorted).map(async (hit) => ({ ...hit, path: (await table(hit.page)).path })));
      this.ready.splice(start, tied.length, ...tied.sort(byPath));
    }
  }

  const search = async (words) => {
    const query = read(words);
    const last = query.phrases.length - 1;
    const [phrases, filters] = await Promise.all([
      Promise.all(query.phrases.map((phrase, at) => pagesOf(phrase, query.isOpen && at === last, ""))),
      Promise.all([
        ...(query.path ? [postings(keyTerm("@", query.path.split("/").slice(0, 16).join("/")))] : []),
        ...query.tags.map((tag) => postings(keyTerm("#", tag))),
      ]),
    ]);
    const narrowed = () => inAll([...phrases.map(({ pages }) => pages), ...filters]);
    if (!phrases.length) return new Hits(query, [], narrowed().map((page) => ({ page, isExact: false, score: 0 })), true);
    // How rare a phrase is follows from all pages that have it; where those are many, from all that have its words.
    const unsure = phrases.filter(({ isSure }) => !isSure);
    const all = [...new Set(unsure.flatMap(({ pages }) => [...pages.keys()]))];
    const open = all.length <= checkLimit || !unsure.length ? all : narrowed();
    const isChecked = open.length <= checkLimit;
    if (isChecked) await Promise.all(open.map((page) => check(unsure, page)));
    return new Hits(query, phrases, await rank(query, phrases, narrowed()), isChecked);
  };

  // 7 · Excerpts, as SearchExcerpt cuts them: 60 characters before the first word found, and 260 in all.
  const excerpt = (source, { phrases, beginning }) => {
    const wanted = new Set(phrases.flat().map(({ word }) => word));
    const isHit = ({ word }) => wanted.has(word) || (beginning !== null && word.startsWith(beginning));
    const first = words(source).find(isHit)?.start ?? 0;
    const start = first - [...source.slice(Math.max(0, first - 120), first)].slice(-60).join("").length;
    const shown = [...source.slice(start, start + 520)].slice(0, 260).join("");
    const pieces = [];
    let at = 0;
    const add = (to, isMarked) => {
      const piece = shown.slice(at, to);
      if (piece && isMarked && pieces.at(-1)?.isMarked) pieces.at(-1).text += piece;
      else if (piece) pieces.push({ text: piece, isMarked });
      at = to;
    };
    if (start > 0) pieces.push({ text: "…", isMarked: false });
    for (const hit of words(shown).filter(isHit)) {
      add(hit.start, false);
      add(hit.end, true);
    }
    add(shown.length, false);
    if (start + shown.length < source.length) pieces.push({ text: "…", isMarked: false });
    return pieces;
  };

  // 8 · Titles while typing: those that begin so, then names, then titles that hold the words.
  const titles = async (typed, limit) => {
    const key = lookupKey(typed.trim());
    if (!key) return [];
    const [byTitle, byName] = await Promise.all([beginnings(keyTerm("=", fold(key))), beginnings(keyTerm("/", key))]);
    const found = new Map();
    for (const [list, place] of [[byTitle, 0], [byName, 1]]) {
      for (const [term, pages] of list ?? []) {
        for (const page of pages.keys()) if (!found.has(page)) found.set(page, { place, sort: term.slice(1), page });
      }
    }
    const before = [...found.values()].sort((one, other) =>
      one.place - other.place || one.sort.length - other.sort.length || byPath({ path: one.sort }, { path: other.sort }) || one.page - other.page);
    const pages = before.slice(0, limit).map(({ page }) => page);
    if (pages.length < limit) pages.push(...(await titlesWith(typed)).filter((page) => !found.has(page)));
    return Promise.all(pages.slice(0, limit).map(table));
  };
  const titlesWith = async (typed) => {
    const query = read(typed);
    const last = query.phrases.length - 1;
    const phrases = await Promise.all(query.phrases.map((phrase, at) => pagesOf(phrase, query.isOpen && at === last, ".")));
    for (const entry of phrases.filter(({ isSure }) => !isSure)) {
      for (const page of [...entry.pages.keys()].slice(0, checkLimit)) {
        const { title, path } = await table(page);
        if (!occurrences(`${title}\n${path}`, entry)) entry.pages.delete(page);
      }
    }
    for (const { pages } of phrases) for (const [page, count] of pages) pages.set(page, 10 * count);
    const candidates = inAll(phrases.map(({ pages }) => pages));
    return candidates.length ? (await rank(query, phrases, candidates)).map(({ page }) => page) : [];
  };

  // What could not be loaded is asked for again the next time.
  let known = null;
  const catalogue = () => (known ??= manifest().catch((error) => { known = null; throw error; }));
  window.stemmaSearch = {
    manifest: arrive("manifest"), shard: arrive("shard"), table: arrive("table"), lengths: arrive("lengths"), text: arrive("text"),
    search, titles,
  };
})();
