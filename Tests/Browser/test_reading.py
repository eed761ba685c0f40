"""What scripts add for readers."""

from playwright.sync_api import Page, expect

from writing import write


def test_titles_appear_while_typing(wiki, garden, tab: Page):
    write(wiki, tab, f"{garden}/Quince", "A tree.\n")
    box = tab.get_by_role("combobox")
    box.press_sequentially("quin")
    option = tab.get_by_role("option", name=f"Quince {garden}/Quince")
    expect(option).to_be_visible()
    expect(box).to_have_attribute("aria-expanded", "true")
    box.press("ArrowDown")
    expect(option).to_have_attribute("aria-selected", "true")
    box.press("Escape")
    expect(tab.get_by_role("listbox")).to_be_hidden()
    box.fill("quinc")
    expect(option).to_be_visible()
    box.press("ArrowDown")
    box.press("Enter")
    expect(tab).to_have_url(f"{wiki.address}/{garden}/Quince")


def test_the_colours_are_remembered(wiki, tab: Page):
    def paper():
        return tab.evaluate("getComputedStyle(document.body).backgroundColor")

    tab.goto(wiki.address)
    light = paper()
    switch = tab.locator(".theme-switch")
    switch.click()
    expect(switch).to_have_text("Colours: light")
    switch.click()
    expect(switch).to_have_text("Colours: dark")
    dark = paper()
    assert dark != light
    tab.goto(f"{wiki.address}/-/recent")
    assert paper() == dark
    tab.locator(".theme-switch").click()
    expect(tab.locator(".theme-switch")).to_have_text("Colours: as this device")
    tab.emulate_media(color_scheme="dark")
    assert paper() == dark
    tab.emulate_media(color_scheme="light")
    assert paper() == light


def test_keys_are_listed_and_can_be_switched_off(wiki, tab: Page):
    tab.goto(wiki.address)
    tab.keyboard.press("?")
    dialog = tab.get_by_role("dialog")
    expect(dialog).to_be_visible()
    dialog.get_by_label("Single keys").uncheck()
    dialog.get_by_role("button", name="Close").click()
    tab.keyboard.press("?")
    expect(dialog).to_be_hidden()
    tab.get_by_role("button", name="Keyboard").click()
    dialog.get_by_label("Single keys").check()
    tab.keyboard.press("Escape")
    tab.keyboard.press("/")
    expect(tab.get_by_role("combobox")).to_be_focused()
    tab.keyboard.type("e")
    expect(tab.get_by_role("combobox")).to_have_value("e")
    tab.locator("h1").click()
    tab.keyboard.press("e")
    expect(tab).to_have_url(f"{wiki.address}/-/edit/Home")


def test_times_are_relative_and_exact_on_hover(wiki, garden, tab: Page):
    write(wiki, tab, garden, "Quinces.\n")
    time = tab.locator(".last-edit time")
    expect(time).to_have_text("now")
    year = time.get_attribute("datetime")[:4]
    assert year in time.get_attribute("title")


def test_a_folder_opens_in_place(wiki, garden, tab: Page):
    write(wiki, tab, f"{garden}/Trees/Quince", "A tree.\n")
    tab.goto(f"{wiki.address}/-/pages")
    tab.get_by_role("link", name=garden, exact=True).click()
    tab.get_by_role("link", name="Trees", exact=True).click()
    expect(tab).to_have_url(f"{wiki.address}/-/pages")
    tab.get_by_role("link", name="Quince", exact=True).click()
    expect(tab).to_have_url(f"{wiki.address}/{garden}/Trees/Quince")


def test_the_tree_is_made_of_links(wiki, garden, page: Page):
    write(wiki, page, f"{garden}/Quince", "A tree.\n")
    page.goto(f"{wiki.address}/-/pages")
    page.goto(wiki.address + page.get_by_role("link", name=garden, exact=True).get_attribute("href"))
    expect(page.get_by_role("link", name="Quince", exact=True)).to_be_visible()


def test_the_older_revision_is_always_compared_with_the_newer(wiki, garden, tab: Page):
    for words in ["One.", "Two.", "Three."]:
        write(wiki, tab, garden, f"{words}\n", words)
    tab.goto(f"{wiki.address}/-/history/{garden}")
    older, newer = tab.locator("input[name=from]"), tab.locator("input[name=to]")
    expect(newer.nth(0)).to_be_checked()
    expect(older.nth(1)).to_be_checked()
    newer.nth(1).check()
    expect(older.nth(2)).to_be_checked()
    tab.get_by_role("button", name="Compare").click()
    expect(tab.locator(".diff del")).to_have_text("One.")
    expect(tab.locator(".diff ins")).to_have_text("Two.")


def test_the_margin_follows_the_text(wiki, tab: Page):
    sections = "".join(f"## Section {number}\n\n{'Words. ' * 300}\n\n" for number in range(40))
    write(wiki, tab, "Long", sections)
    entry = tab.locator(".contents").get_by_role("link", name="Section 35", exact=True)
    tab.goto(f"{wiki.address}/Long#section-35")
    expect(entry).to_have_attribute("aria-current", "true")
    expect(entry).to_be_in_viewport()
    expect(tab.locator(".last-edit")).to_be_in_viewport()
