import Glibc
import Wording

/// Where the program and what travels with it stand: themes, locales and the handbook.
struct Installation {
    /// The running program's own file.
    let executable: String
    /// The folder that holds `Themes` and `Wiki`.
    let share: String

    /// Looks beside the program: `../share/stemma` of an installed copy, else the source tree that it was built in.
    init() throws(Failure) {
        executable = Self.runningProgram
        let folder = Self.parent(executable)
        var candidates = [Self.parent(folder) + "/share/stemma"]
        var current = folder
        while current.count > 1 {
            candidates.append(current)
            current = Self.parent(current)
        }
        guard let found = candidates.first(where: { Self.exists("\($0)/Themes/stemma/theme.yaml") }) else {
            throw Failure(
                .inputOutput,
                "The themes are missing: neither \(candidates[0]) nor a source tree above \(folder) holds them. Install Stemma again.")
        }
        share = found
    }

    /// The folder of all themes.
    var themes: String { "\(share)/Themes" }
    /// The folder of the handbook.
    var handbook: String { "\(share)/Wiki" }
    /// What a new wiki begins with.
    var starter: String { "\(share)/Wiki/Starter" }

    /// The words of the interface in all languages.
    func phrasebooks() throws(Failure) -> PhrasebookShelf {
        do {
            return try PhrasebookShelf(folder: "\(themes)/locales")
        } catch {
            throw Failure(.inputOutput, "The words of the interface can't be read: \(error)")
        }
    }

    /// The program that git starts for every push: beside this one, or where an installation keeps what nobody calls by hand.
    func hook() throws(Failure) -> String {
        let folder = Self.parent(executable)
        let candidates = ["\(folder)/stemma-pre-receive", "\(Self.parent(folder))/libexec/stemma/stemma-pre-receive"]
        guard let found = candidates.first(where: Self.exists) else {
            throw Failure(.inputOutput, "The program that checks pushes is missing at \(candidates[1]). Install Stemma again.")
        }
        return found
    }

    static func exists(_ path: String) -> Bool { access(path, R_OK) == 0 }

    /// The folder that holds a path; `/` for what stands there.
    static func parent(_ path: String) -> String {
        let parent = path[..<(path.lastIndex(of: "/") ?? path.startIndex)]
        return parent.isEmpty ? "/" : String(parent)
    }

    private static var runningProgram: String {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
        let count = readlink("/proc/self/exe", &buffer, Int(PATH_MAX))
        guard count > 0 else { return CommandLine.arguments.first ?? "stemma" }
        return String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
