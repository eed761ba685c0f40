"""The search of an exported site, from a disk and from a plain server that knows nothing of it."""

import os
import pathlib

import pytest
from playwright.sync_api import Page, expect

from conftest import BROWSERS, Window
from exported import export, served

PAGES = {
    "Home.md": "Welcome. See [[Guides/Quince]].\n",
    "Guides/Quince.md": "---\ntags: [trees]\n---\n# Quince\n\nA tree with *yellow* fruit. Its jelly is famous.\n",
    "Guides/Café.md": "# Café Müller\n\nThey serve quince jelly, and <b>bold</b> cake.\n",
    "Guides/Chinese.md": "# 维基\n\n我们今天学习编程语言。\n",
    "Order.md": "# Words in order\n\nYellow is its colour, a fruit with tree.\n",
} | {f"Many/Page-{number}.md": f"# Page {number}\n\nA common thing.\n" for number in range(45)}


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The folder of an exported site; one that STEMMA_TEST_SITE names, where it was made by other means."""
    if "STEMMA_TEST_SITE" in os.environ:
        return pathlib.Path(os.environ["STEMMA_TEST_SITE"])
    place = tmp_path_factory.mktemp("exported")
    for name, text in PAGES.items():
        file = place / "pages" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    return export(place, "pages")


@pytest.fixture(scope="module")
def server(site):
    with served(site) as address:
        yield address


@pytest.fixture(params=["disk", "server"])
def address(request, site, server):
    return site.as_uri() if request.param == "disk" else server


def results(tab: Page):
    return tab.locator(".results .result h2")


def test_titles_appear_while_typing(address, tab: Page):
    tab.goto(f"{address}/Guides/Quince.html")
    box = tab.get_by_role("combobox")
    box.press_sequentially("cafe")
    option = tab.get_by_role("option", name="Café Müller")
    expect(option).to_be_visible()
    box.press("ArrowDown")
    box.press("Enter")
    expect(tab.locator("h1")).to_have_text("Café Müller")
    box.press_sequentially("ller")
    expect(tab.get_by_role("listbox")).to_be_hidden()
    box.fill("维")
    expect(tab.get_by_role("option", name="维基")).to_be_visible()


def test_enter_searches_all_texts(address, tab: Page):
    tab.goto(f"{address}/Guides/Quince.html")
    box = tab.get_by_role("combobox")
    box.fill("quince jelly")
    box.press("Enter")
    expect(results(tab)).to_have_text(["Quince", "Café Müller"])
    expect(tab.get_by_role("status")).to_have_text("2 pages have “quince jelly”")
    expect(tab.get_by_role("combobox")).to_have_value("quince jelly")
    expect(tab.locator(".result").nth(1).locator("mark")).to_have_text(["quince", "jelly"])
    expect(tab.locator(".result").nth(1).locator(".path")).to_have_text("Guides/Café")
    expect(tab.locator(".tips")).to_be_hidden()
    results(tab).get_by_role("link", name="Café Müller").click()
    expect(tab.locator("h1")).to_have_text("Café Müller")


@pytest.mark.parametrize("query, found", [
    ("CAFE muller", ["Café Müller"]),
    ("\"yellow fruit\"", ["Quince"]),
    ("fruit yellow", ["Quince", "Words in order"]),
    ("tag:trees", ["Quince"]),
    ("path:Guides fruit", ["Quince"]),
    ("path:Guides", ["维基", "Café Müller", "Quince"]),
    ("语言", ["维基"]),
    ("编程语言", ["维基"]),
    ("言语", []),
    ("famo", ["Quince"]),
    ("\"famo\"", []),
    ("Page 7", ["Page 7"]),
])
def test_queries_find_what_the_server_finds(address, tab: Page, query, found):
    tab.goto(f"{address}/-/search.html")
    box = tab.get_by_role("combobox")
    box.fill(query)
    box.press("Enter")
    if not found:
        expect(tab.get_by_role("status")).to_have_text(f"No page has “{query}”.")
        expect(tab.get_by_role("link", name="Browse all pages")).to_be_visible()
    expect(results(tab)).to_have_count(len(found))
    assert sorted(results(tab).all_inner_texts()) == sorted(found)


def test_more_results_come_on_request(address, tab: Page):
    tab.goto(f"{address}/-/search.html?q=common")
    expect(results(tab)).to_have_count(20)
    more = tab.get_by_role("button", name="Show more")
    more.click()
    expect(results(tab)).to_have_count(40)
    expect(results(tab).nth(20).get_by_role("link")).to_be_focused()
    more.click()
    expect(results(tab)).to_have_count(45)
    expect(more).to_be_hidden()
    assert len(set(results(tab).all_inner_texts())) == 45


def test_what_people_wrote_stays_text(address, tab: Page):
    tab.goto(f"{address}/-/search.html?q=%3Cimg%20src%3Dx%3E%20$`{{}}")
    expect(tab.get_by_role("status")).to_have_text("No page has “<img src=x> $`{}”.")
    expect(tab.locator("main img")).to_have_count(0)


def test_without_scripts_the_page_says_so(address, browser):
    window = Window(browser, **BROWSERS["without scripts"])
    tab = window.new_tab()
    tab.goto(f"{address}/-/search.html?q=quince")
    expect(tab.locator("main")).to_contain_text("searching it takes JavaScript")
    expect(tab.get_by_role("link", name="Browse all pages").first).to_be_visible()
    window.close()


def test_an_index_that_is_not_there_is_told(server, browser):
    tab = browser.new_page()
    tab.route("**/index.js", lambda route: route.abort())
    tab.goto(f"{server}/-/search.html?q=quince")
    expect(tab.get_by_role("status")).to_contain_text("could not load its index")
    tab.close()
