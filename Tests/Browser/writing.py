"""What tests do to have something to look at: pages written through the edit form, as a person writes them."""

from playwright.sync_api import Page, expect


def open_editor(wiki, page: Page, path):
    page.goto(f"{wiki.address}/-/edit/{path}")
    return page.locator("textarea[name=markdown]")


def save(page: Page):
    page.get_by_role("button", name="Save page").click()


def write(wiki, page: Page, path, text, summary="Write"):
    """Saves a page and leaves the browser on it."""
    open_editor(wiki, page, path).fill(text)
    page.fill("input[name=summary]", summary)
    save(page)
    expect(page).to_have_url(f"{wiki.address}/{path}")


def kept_drafts(page: Page):
    return page.evaluate("Object.keys(localStorage).filter(key => key.startsWith('stemma-draft'))")
