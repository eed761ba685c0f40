import FoundationEssentials
import Testing

@testable import Presentation

/// A theme inherits, reloads, and serves what is its own.
struct ThemeTests {
    /// A folder for one test, removed afterwards.
    private final class Folder {
        let path: String

        init(_ files: [String: String]) throws {
            path = FileManager.default.temporaryDirectory.appending(path: "stemma-theme-\(UInt64.random(in: .min ... .max))").path
            for (name, text) in files { try write(name, text) }
        }

        deinit { try? FileManager.default.removeItem(atPath: path) }

        func write(_ name: String, _ text: String) throws {
            let file = "\(path)/\(name)"
            let parent = String(file[..<(file.lastIndex(of: "/") ?? file.endIndex)])
            try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
            try Data(text.utf8).write(to: URL(filePath: file))
        }
    }

    private let parent = "\(SampleShelf.root)/Themes/stemma"

    @Test func oneTemplateCanBeReplaced() throws {
        let folder = try Folder([
            "theme.yaml": "name: Mine", "templates/error.mustache": "<h1>Mine {{{status}}}</h1>\n", "assets/own.css": "a{}",
        ])
        let theme = try Theme(folder: folder.path, parent: parent)
        let samples = try SampleShelf.screens()
        let error = try #require(samples.reading.first { $0.name == "error" })
        let page = try theme.page(error.screen, in: error.layout)
        #expect(page.contains("<h1>Mine 503</h1>"))
        #expect(page.contains("stemma.css?v="))
        #expect(theme.name == "Mine")
        #expect(theme.asset("own.css")?.mediaType == "text/css; charset=utf-8")
        #expect(theme.asset("stemma.css") != nil)
        #expect(theme.version != (try Theme(folder: parent).version))
    }

    @Test func aThemeInTheMakingReloads() throws {
        let folder = try Folder(["theme.yaml": "name: Mine", "assets/own.css": "a{}"])
        let theme = try Theme(folder: folder.path, parent: parent, reloads: true)
        let (version, hash) = (theme.version, theme.assetHash("own.css"))
        try folder.write("assets/own.css", "b{}")
        #expect(theme.version != version)
        #expect(theme.assetHash("own.css") != hash)
        try folder.write("templates/page.mustache", "{{#open}}")
        _ = theme.version
        #expect(theme.problem != nil)
        #expect(theme.asset("own.css") != nil)
    }

    @Test func whatIsNoThemeIsTold() throws {
        #expect(throws: ThemeError.missing(folder: "/nowhere")) { try Theme(folder: "/nowhere") }
        let folder = try Folder(["theme.yaml": "name: Mine\ncolour: red"])
        #expect(throws: ThemeError.manifest("unknown key 'colour'")) { try Theme(folder: folder.path, parent: parent) }
        let old = try Folder(["theme.yaml": "name: Mine\nmodules: [own.js]"])
        let error = #expect(throws: ThemeError.self) { try Theme(folder: old.path, parent: parent) }
        #expect(error.map(String.init(describing:))?.contains("under 'scripts'") == true)
    }

    @Test func aPartialThatIsNotThereIsTold() throws {
        let folder = try Folder(["theme.yaml": "name: Mine", "templates/error.mustache": "<p>\n{{> gone}}\n</p>"])
        let error = #expect(throws: ThemeError.self) { try Theme(folder: folder.path, parent: parent) }
        #expect(error.map(String.init(describing:)) == "template error.mustache: line 2: no template is named 'gone'")
    }

    @Test func scriptsAreClassicAndInherited() throws {
        let folder = try Folder(["theme.yaml": "name: Mine\nscripts: [own.js]", "assets/own.js": "(() => {})();"])
        let samples = try SampleShelf.screens()
        let error = try #require(samples.reading.first { $0.name == "error" })
        let page = try Theme(folder: folder.path, parent: parent).page(error.screen, in: error.layout)
        #expect(page.contains("<script src=\"/-/assets/theme.js?v="))
        #expect(page.contains("<script defer src=\"/-/assets/own.js?v="))
        #expect(!page.contains("search.js"))
        #expect(!page.contains("type=\"module\""))
    }

    /// Scripts of one page share what stands outside all functions, and from a disk a browser takes no module.
    @Test func everyScriptKeepsToItself() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: "\(parent)/assets").filter { $0.hasSuffix(".js") }
        #expect(names.contains("search.js"))
        for name in names {
            let lines = try #require(SampleShelf.text("Themes/stemma/assets/\(name)")).split(separator: "\n").drop { $0.hasPrefix("//") }
            #expect(lines.first == "(() => {" && lines.last == "})();", "\(name)")
            #expect(!lines.dropFirst().dropLast().contains { !$0.hasPrefix("  ") }, "\(name)")
            #expect(!lines.contains { $0.contains("import(") || $0.hasPrefix("  export ") }, "\(name)")
        }
    }

    @Test func assetsAreNamesAndNotPaths() throws {
        let theme = try Theme(folder: parent)
        #expect(theme.asset("../theme.yaml") == nil)
        #expect(theme.asset("/etc/passwd") == nil)
        #expect(theme.asset("") == nil)
    }
}
