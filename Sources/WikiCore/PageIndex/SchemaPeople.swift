/// The tables of who edited what, which triggers keep beside commits, revisions and authorship: whatever writes those, and in
/// whatever order, these follow, so that rows that grew are the rows of a rebuild.
///
/// They go by spelling (`ident`), not by contributor: whose a spelling is may change at any time, and costs nothing here.
/// Cost: a constant for each row of what they follow, but where the credit of a commit changes: then its revisions.
enum SchemaPeople {
    /// Tables, indexes and triggers, in order; after those of ``Schema001``.
    static let tables = foundations + summaries + commitTriggers + sharingTriggers + pageTriggers + wordTriggers + totalTriggers

    private static let foundations = """
        CREATE INDEX commit_edit ON "commit"(ident) WHERE touched > 0;

        -- A row is a spelling that a commit is credited to, and how many share it: its author, then those beside.
        CREATE VIEW credited AS
            SELECT c.id AS "commit", c.ident AS ident, 1 AS is_author,
                1 + (SELECT count(*) FROM co_author AS co WHERE co."commit" = c.id AND co.ident <> c.ident) AS sharers
            FROM "commit" AS c
            UNION ALL SELECT c.id, co.ident, 0,
                1 + (SELECT count(*) FROM co_author AS co WHERE co."commit" = c.id AND co.ident <> c.ident)
            FROM "commit" AS c JOIN co_author AS co ON co."commit" = c.id WHERE co.ident <> c.ident;

        """

    private static let summaries = """
        -- A row is a spelling with the number of its edits, which are commits that changed something, and of its words.
        CREATE TABLE writer(
            ident INTEGER PRIMARY KEY, edits INTEGER NOT NULL, written INTEGER NOT NULL, living INTEGER NOT NULL);

        -- A row is a page that a spelling edited: in how many revisions, how many words it wrote there, how many stand today.
        CREATE TABLE writer_page(
            ident INTEGER NOT NULL, page INTEGER NOT NULL, edits INTEGER NOT NULL, written INTEGER NOT NULL, living INTEGER NOT NULL,
            PRIMARY KEY(ident, page)) WITHOUT ROWID;
        CREATE INDEX writer_page_most ON writer_page(ident, living, edits);

        -- A row is a week in which a spelling edited, counted in UTC from the one that holds 1970-01-01; weeks begin on Monday.
        CREATE TABLE writer_week(
            ident INTEGER NOT NULL, week INTEGER NOT NULL, edits INTEGER NOT NULL, PRIMARY KEY(ident, week)) WITHOUT ROWID;

        -- A row is a word of a contributor's name, by which people are looked for.
        CREATE TABLE contributor_word(
            word TEXT NOT NULL, contributor TEXT NOT NULL, PRIMARY KEY(word, contributor)) WITHOUT ROWID;
        CREATE INDEX contributor_word_contributor ON contributor_word(contributor);
        CREATE TRIGGER contributor_deleted AFTER DELETE ON contributor BEGIN
            DELETE FROM contributor_word WHERE contributor = OLD.key;
        END;

        """

    /// Nobody shares a commit yet when it is written.
    private static let commitTriggers = """
        CREATE TRIGGER commit_inserted AFTER INSERT ON "commit" WHEN NEW.touched > 0 BEGIN
            INSERT INTO writer(ident, edits, written, living) VALUES (NEW.ident, 1, 0, 0)
                ON CONFLICT(ident) DO UPDATE SET edits = edits + 1;
            INSERT INTO writer_week(ident, week, edits) VALUES (NEW.ident, \(week(of: "NEW.time")), 1)
                ON CONFLICT(ident, week) DO UPDATE SET edits = edits + 1;
        END;
        CREATE TRIGGER commit_moves BEFORE UPDATE OF ident ON "commit" BEGIN
            \(everything(of: "OLD.id", -1))
        END;
        CREATE TRIGGER commit_moved AFTER UPDATE OF ident ON "commit" BEGIN
            \(everything(of: "NEW.id", 1))
        END;
        CREATE TRIGGER commit_deleted BEFORE DELETE ON "commit" BEGIN
            DELETE FROM authored WHERE "commit" = OLD.id;
            DELETE FROM revision WHERE "commit" = OLD.id;
            DELETE FROM co_author WHERE "commit" = OLD.id;
            \(edits(of: "OLD.id", -1))
        END;

        """

    /// Whoever writes a row that is there already may have it passed over; then nothing changes.
    private static let sharingTriggers = ["INSERT", "UPDATE", "DELETE"].map { event in
        let row = event == "DELETE" ? "OLD" : "NEW"
        let isOther = event == "UPDATE" ? "NEW.ident <> OLD.ident" : "1"
        let isThere = "SELECT 1 FROM co_author WHERE \"commit\" = NEW.\"commit\" AND ident = NEW.ident"
        let isFresh = event == "DELETE" ? "1" : "NOT EXISTS (\(isThere))"
        return """
            CREATE TRIGGER co_author_\(event.lowercased())_before BEFORE \(event) ON co_author WHEN \(isOther) AND \(isFresh) BEGIN
                \(everything(of: "\(row).\"commit\"", -1))
            END;
            CREATE TRIGGER co_author_\(event.lowercased())_after AFTER \(event) ON co_author WHEN \(isOther) BEGIN
                \(everything(of: "\(row).\"commit\"", 1))
            END;

            """
    }.joined()

    private static let pageTriggers = """
        CREATE TRIGGER revision_inserted AFTER INSERT ON revision BEGIN
            \(page("NEW", 1))
        END;
        CREATE TRIGGER revision_deleted BEFORE DELETE ON revision BEGIN
            \(page("OLD", -1))
        END;

        """

    private static let wordTriggers = """
        CREATE TRIGGER authored_inserted AFTER INSERT ON authored BEGIN
            \(words(of: "NEW.\"commit\"", 1, " AND a.page = NEW.page"))
        END;
        CREATE TRIGGER authored_updates BEFORE UPDATE ON authored BEGIN
            \(words(of: "OLD.\"commit\"", -1, " AND a.page = OLD.page"))
        END;
        CREATE TRIGGER authored_updated AFTER UPDATE ON authored BEGIN
            \(words(of: "NEW.\"commit\"", 1, " AND a.page = NEW.page"))
        END;
        CREATE TRIGGER authored_deleted BEFORE DELETE ON authored BEGIN
            \(words(of: "OLD.\"commit\"", -1, " AND a.page = OLD.page"))
        END;

        """

    /// Sums follow what they add up, and rows that say nothing go.
    private static let totalTriggers = """
        CREATE TRIGGER writer_page_inserted AFTER INSERT ON writer_page WHEN NEW.written <> 0 OR NEW.living <> 0 BEGIN
            INSERT INTO writer(ident, edits, written, living) VALUES (NEW.ident, 0, NEW.written, NEW.living) \(addingWords);
        END;
        CREATE TRIGGER writer_page_empty AFTER INSERT ON writer_page WHEN NEW.edits = 0 AND NEW.written = 0 AND NEW.living = 0 BEGIN
            DELETE FROM writer_page WHERE ident = NEW.ident AND page = NEW.page;
        END;
        CREATE TRIGGER writer_page_updated AFTER UPDATE ON writer_page WHEN NEW.written <> OLD.written OR NEW.living <> OLD.living BEGIN
            INSERT INTO writer(ident, edits, written, living)
                VALUES (NEW.ident, 0, NEW.written - OLD.written, NEW.living - OLD.living) \(addingWords);
        END;
        CREATE TRIGGER writer_page_emptied AFTER UPDATE ON writer_page WHEN NEW.edits = 0 AND NEW.written = 0 AND NEW.living = 0 BEGIN
            DELETE FROM writer_page WHERE ident = NEW.ident AND page = NEW.page;
        END;
        CREATE TRIGGER writer_inserted AFTER INSERT ON writer BEGIN
            UPDATE contributor SET edits = edits + NEW.edits, written = written + NEW.written, living = living + NEW.living
                WHERE key = (SELECT contributor FROM ident WHERE id = NEW.ident);
        END;
        CREATE TRIGGER writer_updated AFTER UPDATE ON writer BEGIN
            UPDATE contributor SET edits = edits + NEW.edits - OLD.edits, written = written + NEW.written - OLD.written,
                living = living + NEW.living - OLD.living
                WHERE key = (SELECT contributor FROM ident WHERE id = NEW.ident);
        END;
        CREATE TRIGGER writer_emptied AFTER UPDATE ON writer WHEN NEW.edits = 0 AND NEW.written = 0 AND NEW.living = 0 BEGIN
            DELETE FROM writer WHERE ident = NEW.ident;
        END;
        CREATE TRIGGER writer_week_updated AFTER UPDATE ON writer_week WHEN NEW.edits = 0 BEGIN
            DELETE FROM writer_week WHERE ident = NEW.ident AND week = NEW.week;
        END;

        """

    private static let addingWords =
        "ON CONFLICT(ident) DO UPDATE SET written = written + excluded.written, living = living + excluded.living"

    // MARK: What triggers do about one commit

    /// All that a commit counts for.
    private static func everything(of commit: String, _ sign: Int) -> String {
        [edits(of: commit, sign), pages(of: commit, sign), words(of: commit, sign)].joined(separator: "\n    ")
    }

    /// The week of a time, within what a calendar can show.
    private static func week(of time: String) -> String {
        "(max(min(\(time), 253402300799), -62135596800) + 62135596800) / 604800 - 102737"
    }

    /// That it is an edit.
    private static func edits(of commit: String, _ sign: Int) -> String {
        """
        INSERT INTO writer(ident, edits, written, living)
            SELECT w.ident, \(sign), 0, 0 FROM credited AS w JOIN "commit" AS c ON c.id = w."commit"
            WHERE w."commit" = \(commit) AND c.touched > 0
            ON CONFLICT(ident) DO UPDATE SET edits = edits + excluded.edits;
        INSERT INTO writer_week(ident, week, edits)
            SELECT w.ident, \(week(of: "c.time")), \(sign)
            FROM credited AS w JOIN "commit" AS c ON c.id = w."commit" WHERE w."commit" = \(commit) AND c.touched > 0
            ON CONFLICT(ident, week) DO UPDATE SET edits = edits + excluded.edits;
        """
    }

    /// That it changed one page.
    private static func page(_ row: String, _ sign: Int) -> String {
        let adding = "ON CONFLICT(ident, page) DO UPDATE SET edits = edits + excluded.edits"
        return """
            INSERT INTO writer_page(ident, page, edits, written, living)
                SELECT ident, \(row).page, \(sign), 0, 0 FROM "commit" WHERE id = \(row)."commit" \(adding);
            INSERT INTO writer_page(ident, page, edits, written, living)
                SELECT co.ident, \(row).page, \(sign), 0, 0 FROM co_author AS co
                WHERE co."commit" = \(row)."commit" AND co.ident <> (SELECT ident FROM "commit" WHERE id = \(row)."commit") \(adding);
            """
    }

    /// Which pages it changed.
    private static func pages(of commit: String, _ sign: Int) -> String {
        """
        INSERT INTO writer_page(ident, page, edits, written, living)
            SELECT w.ident, r.page, \(sign), 0, 0 FROM credited AS w JOIN revision AS r ON r."commit" = w."commit"
            WHERE w."commit" = \(commit)
            ON CONFLICT(ident, page) DO UPDATE SET edits = edits + excluded.edits;
        """
    }

    /// Its words. Those who share them get the same whole number of words each, and the author what is left over.
    private static func words(of commit: String, _ sign: Int, _ more: String = "") -> String {
        func share(_ column: String) -> String {
            "\(sign) * (CASE w.is_author WHEN 1 THEN a.\(column) - (w.sharers - 1) * (a.\(column) / w.sharers) "
                + "ELSE a.\(column) / w.sharers END)"
        }
        return """
            INSERT INTO writer_page(ident, page, edits, written, living)
                SELECT w.ident, a.page, 0, \(share("written")), \(share("living"))
                FROM credited AS w JOIN authored AS a ON a."commit" = w."commit" WHERE w."commit" = \(commit)\(more)
                ON CONFLICT(ident, page) DO UPDATE SET written = written + excluded.written, living = living + excluded.living;
            """
    }
}
