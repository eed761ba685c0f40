"""What changed, as a person walks through it: by keys, by links, on a phone."""

from playwright.sync_api import Page, expect

from writing import write

STAYING = "\n\n".join(f"Paragraph number {number} stays where it was." for number in range(1, 13))
LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 3
OLD = f"## Head\n\nA red apple.\n\n{STAYING}\n\n```\na = 1\n```\n\nThe end of it all.\n"
NEW = f"### Head\n\nA green apple, {LONG}.\n\n{STAYING}\n\n```\na = 2 # {LONG}\n```\n\nThe beginning of it all.\n"


def compare(wiki, page: Page, garden, query=""):
    write(wiki, page, garden, OLD, "Begin")
    write(wiki, page, garden, NEW, "Change")
    page.goto(f"{wiki.address}/-/diff/{garden}{query}")


def test_keys_go_from_change_to_change(wiki, garden, tab: Page):
    compare(wiki, tab, garden)
    expect(tab.locator(".diff-count")).to_contain_text("2 changes")
    for key, number in [("n", 1), ("n", 2), ("p", 1), ("n", 2), ("n", 1)]:
        tab.keyboard.press(key)
        expect(tab).to_have_url(f"{wiki.address}/-/diff/{garden}#change-{number}")
        expect(tab.locator(f"#change-{number}")).to_be_in_viewport()


def test_links_go_from_change_to_change(wiki, garden, page: Page):
    compare(wiki, page, garden)
    page.get_by_role("link", name="Go to the first").click()
    page.locator("#change-1").get_by_role("link", name="Next").click()
    expect(page.locator("#change-2")).to_be_in_viewport()
    page.locator("#change-2").get_by_role("link", name="Previous").click()
    expect(page.locator("#change-1")).to_be_in_viewport()


def test_what_is_folded_opens(wiki, garden, page: Page):
    compare(wiki, page, garden)
    hidden = page.get_by_text("Paragraph number 6 stays where it was.").first
    expect(hidden).to_be_hidden()
    page.locator("details.fold summary").click()
    expect(hidden).to_be_visible()


def test_views_are_switched_and_fit(wiki, garden, page: Page):
    compare(wiki, page, garden)
    for name in ["Side by side", "In one column", "Ignore white space", "Show the whole text"]:
        page.get_by_role("link", name=name).click()
        width, shown = page.locator("html").evaluate("element => [element.scrollWidth, element.clientWidth]")
        assert width <= shown, f"{name} is {width - shown} px too wide"
    expect(page.locator("details.fold")).to_have_count(0)


def test_a_formula_is_told_without_colour(wiki, garden, tab: Page):
    write(wiki, tab, garden, "So $a+b$ holds.\n\n$$\nE=mc^2\n$$\n", "Begin")
    write(wiki, tab, garden, "So $a+c$ holds.\n\n$$\nE=mc^3\n$$\n", "Change")
    tab.goto(f"{wiki.address}/-/diff/{garden}?view=rendered")
    for gone, come in [(".diff-del", ".diff-ins"), (".diff-deleted", ".diff-inserted")]:
        mark = "element => { const style = getComputedStyle(element, '::after'); return [style.backgroundImage, style.borderBottomStyle] }"
        crossed = tab.locator(f"{gone} .katex-html > .base").first.evaluate(mark)
        underlined = tab.locator(f"{come} .katex-html > .base").first.evaluate(mark)
        assert "gradient" in crossed[0] and crossed[1] == "none"
        assert underlined == ["none", "solid"]


def test_columns_are_one_on_a_phone(wiki, garden, phone: Page):
    compare(wiki, phone, garden, "?view=split")
    old, new = phone.locator("#change-1 .cell.old").last, phone.locator("#change-1 .cell.new").last
    assert old.bounding_box()["y"] < new.bounding_box()["y"]
    assert old.bounding_box()["x"] == new.bounding_box()["x"]


def test_columns_stand_side_by_side_on_a_desk(wiki, garden, tab: Page):
    compare(wiki, tab, garden, "?view=split")
    old, new = tab.locator("#change-1 .cell.old").first, tab.locator("#change-1 .cell.new").first
    assert old.bounding_box()["y"] == new.bounding_box()["y"]
    assert old.bounding_box()["x"] < new.bounding_box()["x"]
