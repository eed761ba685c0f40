import Testing

/// Settings from file, environment and flags; what is not known is an error.
@Suite("Settings")
struct SettingsStories {
    private let place: TemporaryFolder

    init() throws {
        place = try TemporaryFolder()
        #expect(try StemmaProgram.run("init", place.path("wiki")).code == 0)
    }

    private func serve(_ arguments: String..., environment: [String: String] = [:]) throws -> ChildProcess.Result {
        try StemmaProgram.run(["serve", place.path("wiki"), "--port", "0"] + arguments, environment: environment)
    }

    @Test func anUnknownKeyNamesTheNearest() throws {
        try place.write("wiki/stemma.yaml", "site:\n  nmae: Bread\n")
        try serve().expectRefusal(64, saying: "site.nmae", "site.name")
        try place.write("wiki/stemma.yaml", "editign: open\n")
        try serve().expectRefusal(64, saying: "editign", "editing")
        try StemmaProgram.run("check", place.path("wiki")).expectRefusal(64, saying: "editing")
    }

    @Test func anUnknownVariableNamesTheNearest() throws {
        try serve(environment: ["STEMMA_SITE_NMAE": "Bread"]).expectRefusal(64, saying: "STEMMA_SITE_NMAE", "STEMMA_SITE_NAME")
        try serve(environment: ["STEMMA_EDIT": "open"]).expectRefusal(64, saying: "STEMMA_EDIT")
    }

    @Test(arguments: [
        ("server:\n  port: 70000\n", "server.port"), ("editing: everybody\n", "editing"), ("site:\n  url: example.org\n", "site.url"),
        ("limits:\n  page: much\n", "limits.page"), ("site: [1, 2]\n", "site"), ("site:\n  name: a\n  name: b\n", "name"),
        ("pages:\n  root: ../other\n", "pages.root"), ("workers:\n  count: 0\n", "workers.count"),
    ])
    func aValueThatMakesNoSense(file: String, key: String) throws {
        try place.write("wiki/stemma.yaml", file)
        try serve().expectRefusal(64, saying: key)
    }

    @Test func aFileThatIsNoYAML() throws {
        try place.write("wiki/stemma.yaml", "site:\n\tname: \"x\n")
        try serve().expectRefusal(64, saying: "stemma.yaml")
    }

    @Test func aWrongVariableAndAWrongFlag() throws {
        try serve(environment: ["STEMMA_SERVER_PORT": "many"]).expectRefusal(64, saying: "STEMMA_SERVER_PORT")
        try StemmaProgram.run("serve", place.path("wiki"), "--port", "many").expectRefusal(64, saying: "--port")
        try serve("--theme", "no-such-theme").expectRefusal(74, saying: "no-such-theme")
    }

    @Test func eachSourceWinsOverThoseBefore() throws {
        let settings = "site:\n  name: From the file\n  language: de\n"
        let file = try RunningWiki(settings: settings)
        #expect(try Visitor(file).get("/").html.plain.contains("From the file"))
        #expect(try Visitor(file).get("/-/recent").text.contains("<html lang=\"de\">"))
        let variable = try RunningWiki(settings: settings, environment: ["STEMMA_SITE_NAME": "From the environment"])
        #expect(try Visitor(variable).get("/").html.plain.contains("From the environment"))
    }

    @Test func theTemplateOfInitIsTakenAsItIs() throws {
        #expect(try StemmaProgram.run("check", place.path("wiki")).code == 0)
        #expect(place.text("wiki/stemma.yaml").contains("# editing:"))
    }
}
