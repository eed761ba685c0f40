import Markup
import Testing

/// The places of a page that links can lead to, and the links within it that miss them.
@Suite struct PlaceTests {
    @Test func placesAreWhatAuthorsNamedAndFootnotes() throws {
        let document = try document(
            """
            # T

            <a name="x"></a> <span id="x"></span> <h2 id="own">H</h2> <p id="user-content-y">p</p> <b id="a b"></b> <script id="z"></script>

            word[^1]

            [^1]: note
            """)
        #expect(document.headings.map(\.anchor) == ["h"])
        #expect(
            document.places == ["user-content-x", "user-content-own", "user-content-y", "user-content-fnref-1", "user-content-fn-1"])
        let html = document.html(PlainLinks()).string
        for place in document.places { #expect(html.contains(" id=\"\(place)\""), "\(place)") }
    }

    /// What a link of a page is looked up by, and whether it finds something there.
    @Test(arguments: [
        ("[x](#here)", nil), ("[x](#Here)", nil), ("[[#Here]]", nil), ("[[#Over There]]", "Over There"), ("[x](#over-there)", "over-there"),
        ("[x](#title)", nil), ("[x](#spot)", nil), ("[x](#user-content-spot)", nil), ("[x](#fn-1)", "fn-1"),
        ("[x](#user-content-fn-1)", nil), ("[x](#)", nil), ("[x](#top)", nil), ("[x](#TOP)", nil), ("[x](#main)", "main"),
        ("<a href=\"#gone\">x</a>", "gone"), ("[x](#%C3%A9)", "é"), ("[x](Page#gone)", nil), ("[[Page#gone]]", nil), ("`[[#gone]]`", nil),
        ("[x](#dropped)", "dropped"),
    ])
    func lostFragments(_ link: String, _ lost: String?) throws {
        let text = "# Title\n\n\(link) a[^1]\n\n## Here\n\n<a id=\"spot\"></a><script id=\"dropped\"></script>\n\n[^1]: n\n"
        #expect(try document(text).lostFragments == (lost.map { [$0] } ?? []))
    }

    @Test func eachIsToldOnceAndNotMoreThanAThousand() throws {
        #expect(try document("[a](#b) [a](#c) [[#b]] [a](#b)\n").lostFragments == ["b", "c"])
        let many = (0..<3000).map { "[x](#n\($0))" }.joined(separator: " ")
        #expect(try document(many).lostFragments.count == 1000)
        let spelt = try document("[a](#\u{E9}) [b](#e\u{301})\n").lostFragments
        #expect(spelt.count == 2, "two spellings of an accent are two names")
    }
}
