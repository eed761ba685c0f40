"""What scripts add for people who write, and that no word is lost on the way."""

from playwright.sync_api import Page, expect

from writing import kept_drafts, open_editor, save, write


def test_the_preview_follows_the_writing(wiki, garden, tab: Page):
    text = open_editor(wiki, tab, garden)
    text.fill("The **quince** tree.")
    tab.get_by_role("button", name="Show preview").click()
    expect(tab.locator(".preview-pane strong")).to_have_text("quince")
    text.fill("The **medlar** tree, planted just now.")
    expect(tab.locator(".preview-pane strong")).to_have_text("medlar")
    expect(tab).to_have_url(f"{wiki.address}/-/edit/{garden}")


def test_keys_format_and_save(wiki, garden, tab: Page):
    text = open_editor(wiki, tab, garden)
    text.press_sequentially("quince")
    text.press("ControlOrMeta+a")
    text.press("ControlOrMeta+b")
    expect(text).to_have_value("**quince**")
    text.press("ControlOrMeta+z")
    expect(text).to_have_value("quince")
    text.press("ControlOrMeta+a")
    text.press("ControlOrMeta+k")
    expect(text).to_have_value("[[quince]]")
    text.press("ControlOrMeta+s")
    expect(tab).to_have_url(f"{wiki.address}/{garden}")


def test_an_unsaved_text_is_offered_again_and_forgotten_after_the_save(wiki, garden, window):
    tab = window.new_tab()
    write(wiki, tab, garden, "Quinces.\n")
    open_editor(wiki, tab, garden).fill("Quinces and medlars.\n")
    expect(tab.locator(".status-line")).to_have_text("A copy is kept in this browser.")
    tab.close(run_before_unload=False)

    tab = window.new_tab()
    text = open_editor(wiki, tab, garden)
    expect(text).to_have_value("Quinces.\n")
    tab.get_by_role("button", name="Take it up again").click()
    expect(text).to_have_value("Quinces and medlars.\n")
    save(tab)
    expect(tab.locator("article")).to_have_text("Quinces and medlars.")
    assert kept_drafts(tab) == []
    open_editor(wiki, tab, garden)
    expect(tab.locator(".draft-offer")).to_be_hidden()


def test_a_kept_text_can_be_discarded(wiki, garden, window):
    tab = window.new_tab()
    open_editor(wiki, tab, garden).fill("Quinces.\n")
    expect(tab.locator(".status-line")).to_have_text("A copy is kept in this browser.")
    tab.close(run_before_unload=False)
    tab = window.new_tab()
    open_editor(wiki, tab, garden)
    tab.get_by_role("button", name="Discard it").click()
    expect(tab.locator(".draft-offer")).to_be_hidden()
    assert kept_drafts(tab) == []


def test_what_is_typed_beside_an_older_copy_has_a_place_of_its_own(wiki, garden, window):
    tab = window.new_tab()
    write(wiki, tab, garden, "Quinces.\n")
    for words in ["Older words.\n", "Newer words.\n"]:
        open_editor(wiki, tab, garden).fill(words)
        expect(tab.locator(".status-line")).to_have_text("A copy is kept in this browser.")
        tab.close(run_before_unload=False)
        tab = window.new_tab()

    text = open_editor(wiki, tab, garden)
    expect(text).to_have_value("Quinces.\n")
    tab.get_by_role("button", name="Take it up again").click()
    expect(text).to_have_value("Newer words.\n")
    tab.get_by_role("button", name="Take it up again").click()
    expect(text).to_have_value("Older words.\n")
    tab.get_by_role("button", name="Take it up again").click()
    expect(text).to_have_value("Newer words.\n")
    save(tab)
    expect(tab.locator("article")).to_have_text("Newer words.")
    assert kept_drafts(tab) == [f"stemma-draft:{garden}"]

    # A save that leaves the offer unanswered leaves the copy, too.
    open_editor(wiki, tab, garden).fill("Last words.\n")
    expect(tab.locator(".draft-offer")).to_be_visible()
    save(tab)
    expect(tab.locator("article")).to_have_text("Last words.")
    assert kept_drafts(tab) == [f"stemma-draft:{garden}"]
    text = open_editor(wiki, tab, garden)
    tab.get_by_role("button", name="Take it up again").click()
    expect(text).to_have_value("Older words.\n")
    expect(tab.locator(".draft-offer")).to_be_hidden()
    tab.locator("textarea[name=markdown]").fill("Older words, settled.\n")
    save(tab)
    expect(tab.get_by_role("alert")).to_contain_text("Both texts are safe")
    tab.fill("textarea[name=markdown]", "Settled words.\n")
    tab.get_by_role("button", name="Save the settled text").click()
    expect(tab.locator("article")).to_have_text("Settled words.")
    assert kept_drafts(tab) == []


def test_the_preview_compares_with_where_the_edit_began(wiki, garden, window):
    tab = window.new_tab()
    write(wiki, tab, garden, "Quinces.\n\nBetween.\n\nMedlars.\n")
    text = open_editor(wiki, tab, garden)
    other = window.new_tab()
    write(wiki, other, garden, "Quinces.\n\nBetween.\n\nMedlars and plums.\n")
    other.close()
    text.fill("Quinces and pears.\n\nBetween.\n\nMedlars.\n")
    tab.get_by_role("button", name="Show preview").click()
    changes = tab.locator(".preview-pane .diff-body")
    expect(changes).to_contain_text("and pears")
    expect(changes).not_to_contain_text("plums")
    # With the text of this page, and with no other: nothing goes.
    expect(changes.locator("del")).to_have_count(0)
    save(tab)
    expect(tab.locator("article")).to_contain_text("Medlars and plums.")


def test_a_new_page_leaves_no_copy_behind(wiki, garden, tab: Page):
    tab.goto(f"{wiki.address}/-/new?path={garden}")
    tab.get_by_label("Name of the page").fill(f"{garden}/Old Quince")
    tab.locator("textarea[name=markdown]").fill("A tree.\n")
    expect(tab.locator(".status-line")).to_have_text("A copy is kept in this browser.")
    save(tab)
    expect(tab).to_have_url(f"{wiki.address}/{garden}/Old%20Quince")
    assert kept_drafts(tab) == []


def test_leaving_asks_only_where_words_would_be_lost(wiki, garden, tab: Page):
    asked = []
    tab.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    text = open_editor(wiki, tab, garden)
    text.press_sequentially("Quinces.")
    with tab.expect_event("dialog"):
        tab.get_by_role("link", name="Recent changes", exact=True).click(no_wait_after=True)
    assert asked == ["beforeunload"]
    expect(text).to_have_value("Quinces.")
    save(tab)
    expect(tab).to_have_url(f"{wiki.address}/{garden}")
    open_editor(wiki, tab, garden).press("ArrowDown")
    tab.get_by_role("link", name="Recent changes", exact=True).click()
    expect(tab).to_have_url(f"{wiki.address}/-/recent")
    assert asked == ["beforeunload"]


def test_edits_of_different_places_are_merged(wiki, garden, page: Page):
    write(wiki, page, garden, "Quinces.\n\nBetween.\n\nMedlars.\n")
    text = open_editor(wiki, page, garden)
    other = page.context.new_page()
    write(wiki, other, garden, "Quinces.\n\nBetween.\n\nMedlars and plums.\n")
    other.close()
    text.fill("Quinces and pears.\n\nBetween.\n\nMedlars.\n")
    save(page)
    expect(page.get_by_role("status").first).to_contain_text("nothing was lost")
    expect(page.locator("article")).to_contain_text("Quinces and pears.")
    expect(page.locator("article")).to_contain_text("Medlars and plums.")


def test_a_conflict_shows_both_texts_and_is_settled(wiki, garden, page: Page):
    write(wiki, page, garden, "Quinces.\n")
    text = open_editor(wiki, page, garden)
    other = page.context.new_page()
    write(wiki, other, garden, "Quinces and plums.\n")
    other.close()
    text.fill("Quinces and pears.\n")
    save(page)
    expect(page.get_by_role("alert")).to_contain_text("Both texts are safe")
    expect(page.locator(".conflict-place .pane-theirs")).to_contain_text("Quinces and plums.")
    expect(page.locator(".conflict-place .pane-yours")).to_contain_text("Quinces and pears.")
    page.fill("textarea[name=markdown]", "Quinces, plums and pears.\n")
    page.get_by_role("button", name="Save the settled text").click()
    expect(page.locator("article")).to_have_text("Quinces, plums and pears.")
