import Glibc

/// Reading for tests, without Foundation.
enum File {
    static func bytes(_ path: String) -> [UInt8]? {
        guard let file = fopen(path, "r") else { return nil }
        defer { fclose(file) }
        return bytes(file)
    }

    /// What a shell command prints, or nil where it fails.
    static func output(of command: String) -> [UInt8]? {
        guard let pipe = popen(command, "r") else { return nil }
        let result = bytes(pipe)
        return pclose(pipe) == 0 ? result : nil
    }

    private static func bytes(_ file: UnsafeMutablePointer<FILE>) -> [UInt8] {
        var result: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65536)
        while true {
            let count = fread(&buffer, 1, buffer.count, file)
            if count <= 0 { return result }
            result += buffer[..<count]
        }
    }
}
