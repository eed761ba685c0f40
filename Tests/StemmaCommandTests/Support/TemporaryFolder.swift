import Glibc
import Testing

/// A folder for one test, gone with everything in it when nobody holds it any more.
final class TemporaryFolder {
    let path: String

    init() throws {
        var template = Array("/tmp/stemma-story-XXXXXX".utf8CString)
        let made = mkdtemp(&template).map { String(cString: $0) }
        path = try #require(made, "no temporary folder can be made")
    }

    deinit {
        Self.remove(path)
    }

    /// The path of something in the folder.
    func path(_ name: String) -> String { "\(path)/\(name)" }

    /// Writes a file in the folder, with the folders above it.
    @discardableResult
    func write(_ name: String, _ bytes: some Collection<UInt8>) throws -> String {
        var folder = path
        for segment in name.split(separator: "/").dropLast() {
            folder += "/\(segment)"
            mkdir(folder, 0o700)
        }
        let file = try #require(fopen(path(name), "w"), "\(name) can't be written")
        defer { fclose(file) }
        let array = Array(bytes)
        try #require(fwrite(array, 1, array.count, file) == array.count)
        return path(name)
    }

    @discardableResult
    func write(_ name: String, _ text: String) throws -> String { try write(name, text.utf8) }

    /// What a file of the folder holds; nil where there is none.
    func read(_ name: String) -> [UInt8]? { Self.bytes(path(name)) }

    func text(_ name: String) -> String { String(decoding: read(name) ?? [], as: UTF8.self) }

    static func bytes(_ path: String) -> [UInt8]? {
        guard let file = fopen(path, "r") else { return nil }
        defer { fclose(file) }
        var result: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65536)
        while true {
            let count = fread(&buffer, 1, buffer.count, file)
            if count <= 0 { return result }
            result += buffer[..<count]
        }
    }

    /// The names in a folder, sorted; nil where there is none.
    static func names(_ path: String) -> [String]? {
        guard let folder = opendir(path) else { return nil }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                String(cString: UnsafeRawPointer($0).assumingMemoryBound(to: CChar.self))
            }
            if name != "." && name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    private static func remove(_ path: String) {
        guard let process = try? ChildProcess("/bin/rm", ["-rf", "--", path]) else { return }
        _ = try? process.wait()
    }
}
