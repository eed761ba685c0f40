import FoundationEssentials

@testable import Wording

/// Where the tests find the words: beside the sources.
enum LocaleFolder {
    static let root = String(#filePath.dropLast("/Tests/WordingTests/LocaleFolder.swift".utf8.count))

    static func shelf() throws -> PhrasebookShelf { try PhrasebookShelf(folder: "\(root)/Themes/locales") }

    /// The texts of all files below a folder of the project that end so.
    static func texts(in folder: String, ending: String) -> [String] {
        let names = (try? FileManager.default.subpathsOfDirectory(atPath: "\(root)/\(folder)")) ?? []
        return names.filter { $0.hasSuffix(ending) }.compactMap { name in
            FileManager.default.contents(atPath: "\(root)/\(folder)/\(name)").map { String(decoding: $0, as: UTF8.self) }
        }
    }
}
