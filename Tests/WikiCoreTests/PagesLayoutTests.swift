import Git
import Testing
import WikiCore

@Suite struct PagesLayoutTests {
    @Test(
        arguments: [
            ("Home.md", .page(GitPath("Home"))), ("a/b.MARKDOWN", .page(GitPath("a/b"))), ("Foo.md.md", .page(GitPath("Foo.md"))),
            ("x.Md", .page(GitPath("x"))),
            ("_Sidebar.md", .part(GitPath("_Sidebar"))), ("a/_header.markdown", .part(GitPath("a/_header"))),
            ("_FOOTER.md", .part(GitPath("_FOOTER"))),
            ("_Template.md", .part(GitPath("_Template"))), ("_Other.md", .attachment(GitPath("_Other.md"))),
            ("_a/b.md", .attachment(GitPath("_a/b.md"))),
            ("_a/_Sidebar.md", .attachment(GitPath("_a/_Sidebar.md"))), ("pic.png", .attachment(GitPath("pic.png"))),
            ("Makefile", .attachment(GitPath("Makefile"))),
            (".md", .hidden), (".hidden.md", .hidden), (".github/x.md", .hidden), ("a/.b/c.png", .hidden), (".gitignore", .hidden),
            ("", .hidden),
            ("x.mdown", .attachment(GitPath("x.mdown"))),
        ] as [(String, FileRole)])
    func roles(_ file: String, _ role: FileRole) {
        #expect(PagesLayout().role(of: GitPath(file)) == role)
    }

    @Test func belowARootOfItsOwn() {
        let layout = PagesLayout(root: GitPath("docs/wiki"))
        #expect(layout.role(of: GitPath("docs/wiki/A/B.md")) == .page(GitPath("A/B")))
        #expect(layout.role(of: GitPath("docs/wiki/.x.md")) == .hidden)
        for outside in ["README.md", "docs/A.md", "docs/wikis/A.md", "docs/wiki"] { #expect(layout.role(of: GitPath(outside)) == .hidden) }
        #expect(layout.role(of: GitPath("docs/Logo.PNG")) == .outside(GitPath("docs/Logo.PNG")))
        for hidden in ["docs/x.txt", ".a/x.png", "docs/.x.png"] { #expect(layout.role(of: GitPath(hidden)) == .hidden) }
        #expect(layout.newFile(for: GitPath("A/New")) == GitPath("docs/wiki/A/New.md"))
        #expect(layout.file(.root) == GitPath("docs/wiki"))
        #expect(PagesLayout().newFile(for: GitPath("New")) == GitPath("New.md"))
        // A root that begins with a dot is somebody's choice.
        #expect(PagesLayout(root: GitPath(".wiki")).role(of: GitPath(".wiki/A.md")) == .page(GitPath("A")))
    }

    @Test func bytesThatAreNoTextArePages() {
        let file = GitPath(bytes: [0xFF, 0x2E, 0x6D, 0x64])
        #expect(PagesLayout().role(of: file) == .page(GitPath(bytes: [0xFF])))
    }

    @Test func titlesFromNames() {
        #expect(PageTitle.fromName(GitPath("Guide/Getting-Started")) == "Getting Started")
        #expect(PageTitle.fromName(GitPath("Guide/README")) == "Guide")
        #expect(PageTitle.fromName(GitPath("Home")) == "Home")
        #expect(PageTitle.fromName(GitPath("snake_case")) == "snake_case")
    }
}
