"""Every screen is quiet in the console, has one heading to begin with, and fits the browser that shows it."""

from playwright.sync_api import Page, expect

from writing import write

LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
RICH = f"""{LONG} and https://example.org/{LONG.lower()}/{LONG.lower()} and `{LONG}`[^1].

## {LONG}

| {LONG} | {LONG} |
|---|---|
| {LONG} | {LONG} |

```go
func {LONG}() {{ return "{LONG}" }}
```

$$a^2 + b^2 = c^2$$

> [!NOTE]
> - [x] {LONG}

[^1]: {LONG}
"""


def assert_sound(page: Page, name):
    expect(page.locator("h1").first, name).to_be_visible()
    width, shown = page.locator("html").evaluate("element => [element.scrollWidth, element.clientWidth]")
    assert width <= shown, f"{name} is {width - shown} px too wide"
    repeated = page.locator("html").evaluate(
        "element => [...element.querySelectorAll('[id]')].map(one => one.id).filter((id, at, all) => all.indexOf(id) < at)"
    )
    assert repeated == [], f"{name} repeats ids"


def test_every_screen(wiki, page: Page):
    write(wiki, page, "Words/Long", "Short.\n", "Begin")
    write(wiki, page, "Words/Long", RICH, f"Say {LONG}")
    old, new = wiki.log("%H")[1], wiki.log("%H")[0]
    for path in [
        "/", "/Words", "/Words/Long", f"/Words/Long?rev={old}", "/Formatting", "/Nobody/wrote-this",
        "/-/edit/Words/Long", "/-/new", "/-/new?path=Words/More", "/-/attach/Words",
        "/-/history/Words/Long", f"/-/diff/Words/Long?to={new}", f"/-/diff/Words/Long?to={new}&view=split",
        f"/-/diff/Words/Long?to={new}&view=rendered", f"/-/diff/Words/Long?to={new}&space=ignore&context=all",
        f"/-/commit/{new}", f"/-/revert/{new}?page=Words%2FLong", f"/-/restore/Words/Long?rev={old}", "/-/delete/Words/Long",
        f"/-/search?q={LONG}", "/-/search?q=zzyzx", "/-/search", "/-/pages", "/-/recent", "/-/help/", "/-/nothing",
    ]:
        page.goto(wiki.address + path)
        assert_sound(page, path)


def test_a_text_that_cannot_be_saved_comes_back(wiki, page: Page):
    page.goto(f"{wiki.address}/-/new?path=Garden")
    page.fill("input[name=path]", "Garden/-/" + "x" * 300)
    page.fill("textarea[name=markdown]", "Words that must stay.\n")
    page.get_by_role("button", name="Save page").click()
    expect(page.get_by_role("alert")).to_contain_text("Your text is still here")
    expect(page.locator("textarea[name=markdown]")).to_have_value("Words that must stay.\n")
    assert_sound(page, "a refused save")


def test_a_deleted_page_can_be_brought_back(wiki, garden, page: Page):
    write(wiki, page, garden, "Quinces.\n")
    page.goto(f"{wiki.address}/-/delete/{garden}")
    page.get_by_role("button", name="Delete this page").click()
    page.goto(f"{wiki.address}/{garden}")
    page.get_by_role("link", name="Bring it back").click()
    page.get_by_role("button", name="Bring it back").click()
    expect(page.locator("article")).to_have_text("Quinces.")


def test_touch_targets_are_large_enough(wiki, phone: Page):
    for path in ["/", "/-/edit/Home", "/-/history/Home", "/-/recent", "/-/pages"]:
        phone.goto(wiki.address + path)
        small = phone.evaluate("""() => [...document.querySelectorAll('.masthead a, .tabs a, .button, .revision-actions a, .pick, .colophon button')]
            .filter(one => one.checkVisibility() && one.getBoundingClientRect().height < 43).map(one => one.outerHTML)""")
        assert small == [], path
