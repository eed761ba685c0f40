"""The handbook as a static site: from a disk and from a plain server at a subpath, it reads as the wiki does."""

import shutil

import pytest
from playwright.sync_api import Page, expect

from conftest import BROWSERS, ROOT, Window
from exported import export, served
from test_screens import RICH, assert_sound


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    place = tmp_path_factory.mktemp("handbook")
    shutil.copytree(ROOT / "Wiki", place / "pages")
    (place / "pages" / "Long-Words.md").write_text(f"---\ntags: [words]\n---\n{RICH}")
    return export(place, "pages", "--history", "full")


@pytest.fixture(scope="module")
def server(site):
    with served(site) as address:
        yield address


@pytest.fixture(params=["disk", "server"])
def address(request, site, server):
    return site.as_uri() if request.param == "disk" else server


def screens(site):
    """A file of each kind, relative to the site."""
    one_of_each = ["-/people/*.html", "-/commit/*.html", "-/diff/Guide/*.html", "-/authors/Guide/*~age.html", "-/tags/*.html"]
    some = [min(site.glob(pattern)).relative_to(site).as_posix() for pattern in one_of_each]
    return some + [
        "index.html", "Quick-Start.html", "Long-Words.html", "Guide/Reading.html", "Guide/index.html", "Decisions/index.html",
        "-/history/Quick-Start.html", "-/authors/Quick-Start.html", "-/recent.html", "-/pages.html", "-/pages/Guide.html",
        "-/people.html", "-/search.html", "-/colophon.html",
    ]


def color(tab: Page):
    """How light the paper is, from 0 to 255."""
    shade = tab.locator("body").evaluate("element => getComputedStyle(element).backgroundColor")
    return max(int(part) for part in shade.strip("rgba()").split(",")[:3])


def test_every_kind_of_screen(site, address, page: Page):
    for name in screens(site):
        page.goto(f"{address}/{name}")
        assert_sound(page, name)


def test_nothing_is_asked_of_anybody_else(site, address, tab: Page):
    asked = []
    tab.on("request", lambda request: asked.append(request.url))
    for name in screens(site):
        tab.goto(f"{address}/{name}")
    tab.wait_for_load_state("networkidle")
    assert asked and [url for url in asked if not url.startswith(address) and not url.startswith("data:")] == []


def test_the_whole_book_is_read_from_page_to_page(address, tab: Page):
    tab.goto(f"{address}/index.html")
    expect(tab.locator(".step-back")).to_have_count(0)
    seen = [tab.url]
    while tab.locator(".step-on").count():
        tab.locator(".step-on").click()
        tab.wait_for_url(lambda url: url != seen[-1])
        seen.append(tab.url)
    assert len(seen) > 30 and len(set(seen)) == len(seen)
    tab.locator(".step-back").click()
    tab.wait_for_url(seen[-2])


def test_search_finds_from_any_depth(address, tab: Page):
    tab.goto(f"{address}/Guide/Reading.html")
    box = tab.get_by_role("combobox")
    box.press_sequentially("quick st")
    tab.get_by_role("option", name="Quick start").click()
    expect(tab.locator("h1")).to_have_text("Quick start")
    tab.get_by_role("combobox").fill("attribution")
    tab.get_by_role("combobox").press("Enter")
    expect(tab.locator(".results .result h2").first).to_be_visible()


def test_it_is_dark_where_its_reader_is(address, browser):
    window = Window(browser, **BROWSERS["desktop"], color_scheme="dark")
    tab = window.new_tab()
    tab.goto(f"{address}/Quick-Start.html")
    assert color(tab) < 80
    tab.get_by_role("link", name="All pages").first.click()
    assert color(tab) < 80
    window.close()


def test_the_choice_of_light_is_kept(address, tab: Page):
    tab.goto(f"{address}/Quick-Start.html")
    assert color(tab) > 200
    for _ in range(3):
        if tab.locator("html").get_attribute("data-theme") == "dark":
            break
        tab.locator(".theme-switch").click()
    assert color(tab) < 80
    tab.goto(f"{address}/Guide/Reading.html")
    assert color(tab) < 80


def test_paper_shows_the_text_alone(address, tab: Page):
    tab.emulate_media(media="print", color_scheme="dark")
    tab.goto(f"{address}/Guide/Reading.html")
    assert color(tab) == 255
    expect(tab.locator("article")).to_be_visible()
    for part in [".masthead", ".sidebar", ".steps", ".crumbs", ".skip"]:
        for one in tab.locator(part).all():
            expect(one, part).to_be_hidden()


def test_it_reads_without_scripts(address, browser):
    window = Window(browser, **BROWSERS["without scripts"])
    tab = window.new_tab()
    tab.goto(f"{address}/index.html")
    tab.locator(".step-on").click()
    expect(tab.locator("article")).to_be_visible()
    window.close()
