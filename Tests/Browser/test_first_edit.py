"""Somebody reads a page, changes it, looks at the preview, saves, and finds the edit everywhere."""

from playwright.sync_api import Page, expect


def test_read_edit_preview_save(wiki, garden, page: Page):
    page.goto(wiki.address)
    expect(page.locator("h1")).to_be_visible()

    page.goto(f"{wiki.address}/-/edit/{garden}")
    page.fill("textarea[name=markdown]", "The **quince** tree was planted in 1907.\n\n## Care\n\nPrune in March.\n")
    page.fill("input[name=summary]", "Begin with the quince")
    page.get_by_role("button", name="Show preview").click()
    expect(page.locator(".preview-pane strong")).to_have_text("quince")
    # The preview keeps everything that was typed.
    expect(page.locator("textarea[name=markdown]")).to_have_value(
        "The **quince** tree was planted in 1907.\n\n## Care\n\nPrune in March.\n"
    )

    page.get_by_role("button", name="Save page").click()
    expect(page).to_have_url(f"{wiki.address}/{garden}")
    expect(page.locator("article strong")).to_have_text("quince")
    expect(page.locator("article h2")).to_contain_text("Care")
    assert wiki.log("%s")[0] == "Begin with the quince"

    page.goto(f"{wiki.address}/-/history/{garden}")
    expect(page.locator("main")).to_contain_text("Begin with the quince")
    page.goto(f"{wiki.address}/-/recent")
    expect(page.locator("main")).to_contain_text("Begin with the quince")
    page.goto(f"{wiki.address}/-/search?q=quin")
    expect(page.locator("main")).to_contain_text(garden)


def test_a_missing_page_invites(wiki, page: Page):
    answer = page.goto(f"{wiki.address}/Nobody/wrote-this")
    assert answer.status == 404
    page.get_by_role("link", name="Write this page").click()
    expect(page.get_by_label("Name of the page")).to_have_value("Nobody/wrote-this")
    expect(page.locator("textarea[name=markdown]")).to_be_visible()
