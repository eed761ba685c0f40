import FoundationEssentials
import Presentation
import Wording

/// Where the tests find the theme and the words: beside the sources.
enum SampleShelf {
    static let root = String(#filePath.dropLast("/Tests/PresentationTests/Samples/SampleShelf.swift".utf8.count))

    static func theme() throws -> Theme { try Theme(folder: "\(root)/Themes/stemma") }

    static func words(_ language: String = "en") throws -> Phrasebook {
        try PhrasebookShelf(folder: "\(root)/Themes/locales").book(language)
    }

    static func context(_ language: String = "en", base: String = "", origin: String? = "https://example.org") throws -> ViewContext {
        ViewContext(urls: SiteURL(base: base, origin: origin), words: try words(language))
    }

    static func screens(_ language: String = "en") throws -> SampleScreens { SampleScreens(context: try context(language)) }

    static func text(_ path: String) -> String? {
        FileManager.default.contents(atPath: "\(root)/\(path)").map { String(decoding: $0, as: UTF8.self) }
    }
}
