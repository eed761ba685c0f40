import GRDB

/// The tables of the derived index. A change of any of them raises `PageIndex.format`, and the index is made anew.
enum Schema001 {
    static let tables = """
        -- A row is a fact about the index itself: the commit it stands for, the format it has.
        CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

        -- A row is a contributor: an account with all addresses that count for it, or all the names and addresses that
        -- .mailmap or one e-mail address join, or such of them whose credit nobody has confirmed. key says which.
        -- account and login are the number and the login name of an account, name_key is how names are compared. edits counts
        -- the commits that changed something, first and last are the oldest and the newest of them (NULL where there are none);
        -- written and living are words. is_shadowed is 1 where an account that is somebody else's has the name. See SchemaPeople.
        CREATE TABLE contributor(
            key TEXT PRIMARY KEY, name TEXT NOT NULL, account INTEGER, login TEXT, name_key TEXT NOT NULL, is_confirmed INTEGER NOT NULL,
            is_shadowed INTEGER NOT NULL, edits INTEGER NOT NULL, written INTEGER NOT NULL, living INTEGER NOT NULL, first INTEGER, last INTEGER);
        CREATE INDEX contributor_name ON contributor(name_key, first) WHERE edits > 0;
        CREATE INDEX contributor_called ON contributor(name_key) WHERE login IS NULL;
        CREATE INDEX contributor_login ON contributor(login) WHERE login IS NOT NULL;
        CREATE INDEX contributor_first ON contributor(first) WHERE edits > 0;
        CREATE INDEX contributor_last ON contributor(last) WHERE edits > 0;
        CREATE INDEX contributor_living ON contributor(living) WHERE edits > 0;

        -- A row is one spelling of an author in git, once for commits whose credit is confirmed and once for the others.
        -- id is that of its first use (PersonUse), last the newest commit, contributor the key of who it stands for.
        CREATE TABLE ident(
            id INTEGER PRIMARY KEY, name TEXT NOT NULL, email TEXT NOT NULL, is_confirmed INTEGER NOT NULL,
            contributor TEXT NOT NULL, last INTEGER NOT NULL, UNIQUE(name, email, is_confirmed));
        CREATE INDEX ident_contributor ON ident(contributor);
        CREATE INDEX ident_email ON ident(email COLLATE NOCASE);

        -- A row is a commit reachable from the branch. id gives the order shown: parents before children.
        -- fork is the newest commit of the first-parent line that it builds on: itself, where it lies on that line.
        CREATE TABLE "commit"(
            id INTEGER PRIMARY KEY, oid BLOB NOT NULL UNIQUE, is_mainline INTEGER NOT NULL, fork INTEGER NOT NULL,
            ident INTEGER NOT NULL, time INTEGER NOT NULL, offset INTEGER NOT NULL, parents INTEGER NOT NULL,
            touched INTEGER NOT NULL, summary TEXT NOT NULL);
        CREATE INDEX commit_ident ON "commit"(ident);

        -- A row is somebody named in a commit's Co-authored-by trailers, position from 1; ident as for authors.
        CREATE TABLE co_author(
            "commit" INTEGER NOT NULL, ident INTEGER NOT NULL, position INTEGER NOT NULL, PRIMARY KEY("commit", ident)) WITHOUT ROWID;
        CREATE INDEX co_author_ident ON co_author(ident);

        -- A row is a page or part, alive (blob is its text now) or deleted (blob is NULL). Its id outlives renames.
        -- born is the commit of the first-parent line that brought it; key and name_key are lookup keys.
        CREATE TABLE page(
            id INTEGER PRIMARY KEY, file BLOB NOT NULL, path BLOB NOT NULL, folder BLOB NOT NULL, is_part INTEGER NOT NULL,
            key TEXT NOT NULL, name_key TEXT NOT NULL, blob BLOB, born INTEGER NOT NULL,
            revision INTEGER NOT NULL, revisions INTEGER NOT NULL);
        CREATE UNIQUE INDEX page_file_alive ON page(file) WHERE blob IS NOT NULL;
        CREATE INDEX page_file_any ON page(file);
        CREATE INDEX page_key ON page(key) WHERE blob IS NOT NULL;
        CREATE INDEX page_name_key ON page(name_key) WHERE blob IS NOT NULL;
        CREATE INDEX page_folder ON page(folder, path) WHERE blob IS NOT NULL;
        CREATE INDEX page_blob ON page(blob) WHERE blob IS NOT NULL;

        -- A row is a stretch of the first-parent line during which a page had a name; until is NULL while it has.
        CREATE TABLE page_name(
            page INTEGER NOT NULL, file BLOB NOT NULL, since INTEGER NOT NULL, until INTEGER, PRIMARY KEY(page, since)) WITHOUT ROWID;
        CREATE INDEX page_name_file ON page_name(file, since);

        -- A row is a revision: a commit seen from one page. blob is the text after it (NULL: deleted), old the text
        -- at its first parent, file the name it had.
        CREATE TABLE revision(
            page INTEGER NOT NULL, "commit" INTEGER NOT NULL, number INTEGER NOT NULL, blob BLOB, old BLOB, file BLOB NOT NULL,
            added INTEGER, removed INTEGER, PRIMARY KEY(page, "commit")) WITHOUT ROWID;
        CREATE INDEX revision_commit ON revision("commit");

        -- A row is a page that has a text or a revision which its authorship may lack.
        CREATE TABLE authorship_due(page INTEGER PRIMARY KEY);

        -- A row is the authorship of a page, as far as it was followed. taken is the commit of the newest revision that is in it;
        -- blob the text that runs tell the authors of (NULL: none, or none that can have any); origins says what the numbers in
        -- runs and state stand for; state is what the next revision needs.
        CREATE TABLE authorship(
            page INTEGER PRIMARY KEY, taken BLOB NOT NULL, blob BLOB, runs BLOB NOT NULL, origins BLOB NOT NULL, state BLOB NOT NULL);

        -- A row is how many words a commit wrote on a page, how many of its words stand in that page's newest text: some may
        -- have come from other pages, on which they were written.
        CREATE TABLE authored(
            page INTEGER NOT NULL, "commit" INTEGER NOT NULL, written INTEGER NOT NULL, living INTEGER NOT NULL,
            PRIMARY KEY(page, "commit")) WITHOUT ROWID;
        CREATE INDEX authored_commit ON authored("commit");

        -- A row is what the text of a living page says of itself; redirect_key is the lookup key of its redirect's last segment.
        CREATE TABLE text(
            page INTEGER PRIMARY KEY, title TEXT NOT NULL, title_key TEXT NOT NULL, description TEXT, redirect TEXT,
            redirect_key TEXT, language TEXT, is_draft INTEGER NOT NULL, is_book INTEGER NOT NULL);
        CREATE INDEX text_redirect ON text(redirect_key) WHERE redirect_key IS NOT NULL;
        CREATE INDEX text_title_key ON text(title_key);
        CREATE INDEX text_book ON text(page) WHERE is_book;

        -- A row is a living page that lists show, no part and no redirect: where it stands, the letter under which a long
        -- folder has it, and its place among what that folder holds (ReadingRank).
        CREATE TABLE listed(
            page INTEGER PRIMARY KEY, folder BLOB NOT NULL, path BLOB NOT NULL, letter TEXT NOT NULL, rank BLOB NOT NULL,
            is_draft INTEGER NOT NULL);
        CREATE INDEX listed_path ON listed(path);
        CREATE INDEX listed_folder ON listed(folder, rank);
        CREATE INDEX listed_letter ON listed(folder, letter, rank);
        CREATE INDEX listed_read ON listed(folder, rank) WHERE is_draft = 0;

        -- A row is a folder that holds such pages at any depth, the pages root left out; is_draft where all of them are drafts.
        -- page stands for it (NULL: none, or a draft or redirect); rank is its place in its own folder, by that page's weight.
        CREATE TABLE folder(
            path BLOB PRIMARY KEY, parent BLOB NOT NULL, rank BLOB NOT NULL, page INTEGER, is_draft INTEGER NOT NULL) WITHOUT ROWID;
        CREATE INDEX folder_rank ON folder(parent, rank);
        CREATE INDEX folder_read ON folder(parent, rank) WHERE is_draft = 0;

        -- A row is a file that tells the order of pages to another program; its document is kept under the key of NavigationFile.
        CREATE TABLE navigation(file BLOB PRIMARY KEY, blob BLOB NOT NULL) WITHOUT ROWID;

        -- A row is a heading of a living page, in order.
        CREATE TABLE heading(
            page INTEGER NOT NULL, position INTEGER NOT NULL, level INTEGER NOT NULL, anchor TEXT NOT NULL, text TEXT NOT NULL,
            PRIMARY KEY(page, position)) WITHOUT ROWID;

        -- A row is another place of a living page that links can lead to, by its anchor: its author named it, or it is a footnote's.
        CREATE TABLE place(page INTEGER NOT NULL, anchor TEXT NOT NULL, PRIMARY KEY(page, anchor)) WITHOUT ROWID;

        -- A row is a link of a living page as its text writes it; key is the lookup key of the target's last segment.
        CREATE TABLE link(
            page INTEGER NOT NULL, position INTEGER NOT NULL, kind INTEGER NOT NULL, target TEXT NOT NULL, fragment TEXT,
            key TEXT NOT NULL, PRIMARY KEY(page, position)) WITHOUT ROWID;
        CREATE INDEX link_key ON link(key);
        CREATE INDEX link_embed ON link(key) WHERE kind = 3;

        -- A row is another name under which links find a page.
        CREATE TABLE alias(page INTEGER NOT NULL, key TEXT NOT NULL, PRIMARY KEY(page, key)) WITHOUT ROWID;
        CREATE INDEX alias_key ON alias(key);

        -- A row is a tag of a living page; key is how searches compare it.
        CREATE TABLE tag(
            page INTEGER NOT NULL, position INTEGER NOT NULL, name TEXT NOT NULL, key TEXT NOT NULL, PRIMARY KEY(page, position)) WITHOUT ROWID;
        CREATE INDEX tag_key ON tag(key);

        -- A row is a file of the newest tree that is no page: attachments, symlinks, submodules.
        CREATE TABLE file(
            file BLOB PRIMARY KEY, key TEXT NOT NULL, name_key TEXT NOT NULL, mode INTEGER NOT NULL, blob BLOB NOT NULL) WITHOUT ROWID;
        CREATE INDEX file_key ON file(key);
        CREATE INDEX file_name_key ON file(name_key);

        -- A row is a picture, sound or film outside the pages root, which pages may show in place.
        CREATE TABLE outside(
            file BLOB PRIMARY KEY, name_key TEXT NOT NULL, mode INTEGER NOT NULL, blob BLOB NOT NULL) WITHOUT ROWID;
        CREATE INDEX outside_name_key ON outside(name_key);

        -- A row is a parsed and sanitised text, by blob: what a worker answered, or why there is none.
        CREATE TABLE document(blob BLOB PRIMARY KEY, payload BLOB NOT NULL) WITHOUT ROWID;

        -- A row is a text at which a worker failed, by blob: it is shown as its source and never tried again, also where it is no
        -- page's text any more. The oldest go first.
        CREATE TABLE misfit(id INTEGER PRIMARY KEY AUTOINCREMENT, blob BLOB NOT NULL UNIQUE);

        -- A row is the words of a living page, by page id.
        CREATE VIRTUAL TABLE search USING fts5(title, headings, body, tokenize = "unicode61 remove_diacritics 2");
        """
}
