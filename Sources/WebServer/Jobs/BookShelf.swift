import Glibc
import Synchronization

/// Books that were made, as files in a folder of their own, until others take their place. Its calls block for as long as a
/// few small calls of the system do.
package final class BookShelf: Sendable {
    /// A book on the shelf.
    package struct Book: Sendable, Hashable {
        /// Its file.
        package let path: String
        /// The size in bytes.
        package let size: Int
    }

    private struct State {
        var number = 0
        /// The oldest first.
        var books: [(key: BookKey, book: Book)] = []
    }

    private let folder: String
    private let countLimit: Int
    private let sizeLimit: Int
    private let state = Mutex(State())

    /// - Parameters:
    ///   - folder: holds nothing else; whatever lies in it is taken away.
    ///   - countLimit: how many books are kept.
    ///   - sizeLimit: how many bytes they may have together.
    package init(folder: String, countLimit: Int = 20, sizeLimit: Int = 200 << 20) {
        self.folder = folder
        self.countLimit = max(1, countLimit)
        self.sizeLimit = sizeLimit
        sweep()
    }

    /// The file of a book; nil where it is not, or no longer, kept.
    package func book(_ key: BookKey) -> Book? {
        state.withLock { state in state.books.first { $0.key == key }?.book }
    }

    /// A path for a book that is to be made, readable by the wiki's owner alone.
    func newFile(_ format: BookFormat) throws(ExportFailure) -> String {
        if mkdir(folder, 0o700) != 0, errno != EEXIST {
            throw ExportFailure("unwritable", cause: "\(folder): \(String(cString: strerror(errno)))")
        }
        let number = state.withLock { state in
            state.number += 1
            return state.number
        }
        return "\(folder)/\(number).\(format.rawValue)"
    }

    /// Puts a book that was made on the shelf; the oldest ones make room.
    func keep(_ path: String, as key: BookKey) throws(ExportFailure) {
        guard let size = OpenedFile(path)?.size else { throw ExportFailure("broken", cause: "\(path) was not made") }
        guard size <= sizeLimit else {
            unlink(path)
            throw ExportFailure("tooLarge")
        }
        let gone = state.withLock { state in
            let old = state.books.filter { $0.key == key }
            state.books.removeAll { $0.key == key }
            state.books.append((key, Book(path: path, size: size)))
            var sum = state.books.reduce(0) { $0 + $1.book.size }
            var count = 0
            while state.books.count - count > countLimit || sum > sizeLimit {
                sum -= state.books[count].book.size
                count += 1
            }
            defer { state.books.removeFirst(count) }
            return old + state.books.prefix(count)
        }
        for other in gone { unlink(other.book.path) }
    }

    /// Takes away what a book that failed has left.
    func discard(_ path: String) { unlink(path) }

    /// Takes away what an earlier server kept: names and credits of then may have changed since.
    private func sweep() {
        guard let directory = opendir(folder) else { return }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            names.append(
                withUnsafePointer(to: &entry.pointee.d_name) {
                    $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
                })
        }
        for name in names where name != "." && name != ".." { unlink("\(folder)/\(name)") }
    }
}
