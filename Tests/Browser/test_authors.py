"""Who wrote which words, as a person points at them: the places that a browser counts are those of the text."""

import os
import subprocess
import urllib.parse

from playwright.sync_api import Page, expect

# Gives the text node and the place in it of the first run that has a word, as a range.
FIND = """word => {
  const node = [...document.querySelectorAll(".authored .run")].map(run => run.firstChild).find(node => node.data.includes(word));
  const range = document.createRange();
  range.setStart(node, node.data.indexOf(word));
  range.setEnd(node, node.data.indexOf(word) + word.length);
"""


def commit(wiki, place, path, text, name="Ann"):
    """Commits a file by plain git, whose line ends nobody changes."""
    people = {f"GIT_{role}_{key}": value for role in ("AUTHOR", "COMMITTER") for key, value in
              (("NAME", name), ("EMAIL", f"{name.lower()}@example.org"))}
    environment = {**os.environ, **people, "GIT_INDEX_FILE": str(place / "index")}

    def git(*arguments, given=None):
        command = ["git", "-C", str(wiki.folder / "wiki.git"), *arguments]
        return subprocess.run(command, check=True, capture_output=True, input=given, env=environment).stdout.decode().strip()

    blob = git("hash-object", "-w", "--stdin", given=text.encode())
    git("read-tree", "main")
    git("update-index", "--add", "--cacheinfo", f"100644,{blob},{path}")
    made = git("commit-tree", git("write-tree"), "-p", "main", "-m", "Write")
    git("update-ref", "refs/heads/main", made)


def open_authors(wiki, page: Page, path):
    page.goto(f"{wiki.address}/-/authors/{path}")
    expect(page.locator(".authored")).to_be_visible(timeout=20_000)


def test_a_selection_behind_line_ends_of_windows_is_what_was_selected(wiki, garden, tab: Page, tmp_path):
    lines = "".join(f"Line number {number} ends as lines do on Windows.\r\n" for number in range(40))
    text = f"# A page\r\n\r\n{lines}\r\nThe last target stands here.\r\n"
    commit(wiki, tmp_path, f"{garden}.md", text)
    open_authors(wiki, tab, garden)
    tab.evaluate(FIND + "getSelection().removeAllRanges(); getSelection().addRange(range); }", "target")
    ask = tab.locator("[data-ask]")
    expect(ask).to_be_visible()
    asked = urllib.parse.parse_qs(urllib.parse.urlsplit(ask.get_attribute("href")).query)["at"][0]
    start, end = map(int, asked.split("-"))
    assert text.encode()[start:end] == b"target"
    ask.click()
    expect(tab.locator("#asked blockquote")).to_have_text("target")


def test_each_paragraph_runs_as_its_script_does(wiki, garden, page: Page, tmp_path):
    commit(wiki, tmp_path, f"{garden}.md", "שלום לכולם.\n\nEnglish words.\n", name="Latin Name")
    open_authors(wiki, page, garden)
    gaps = FIND + """
      const [box, word_] = [document.querySelector(".authored").getBoundingClientRect(), range.getBoundingClientRect()];
      return [word_.left - box.left, box.right - word_.right];
    }"""
    hebrew, english = page.evaluate(gaps, "שלום"), page.evaluate(gaps, "English")
    assert hebrew[1] < hebrew[0], "a Hebrew paragraph begins on the right, whatever its author's name is written in"
    assert english[0] < english[1], "an English one on the left"
    assert page.locator(".authored").evaluate("element => getComputedStyle(element).direction") == "rtl"
