import CLibzip
import Glibc

/// Files in a ZIP archive, the same bytes for the same files: with one time for all, in the order in which they came.
///
/// Source: libzip, which writes the format of PKWARE's APPNOTE. It alone is spoken to here.
struct ZipArchive {
    private struct Member {
        let name: String
        let bytes: [UInt8]
        let isStored: Bool
    }

    private var members: [Member] = []
    private let date: (time: UInt16, date: UInt16)

    /// - Parameter date: for all files; the format has no zone, counts in steps of two seconds, and knows 1980 to 2107.
    init(year: Int, month: Int, day: Int, hour: Int, minute: Int, second: Int) {
        let years = min(max(year, 1980), 2107) - 1980
        date = (UInt16(hour << 11 | minute << 5 | second / 2), UInt16(years << 9 | month << 5 | day))
    }

    /// Adds a file; `isStored` leaves it as it is, which pays for what is packed already.
    mutating func add(_ name: String, _ bytes: [UInt8], isStored: Bool = false) {
        members.append(Member(name: name, bytes: bytes, isStored: isStored))
    }

    /// The archive.
    func bytes() throws(BookError) -> [UInt8] {
        var error = zip_error_t()
        zip_error_init(&error)
        defer { zip_error_fini(&error) }
        guard let source = zip_source_buffer_create(nil, 0, 0, &error) else { throw Self.failure(&error) }
        defer { zip_source_free(source) }
        // One reference goes with the archive, one stays to read what it wrote.
        zip_source_keep(source)
        guard let archive = zip_open_from_source(source, ZIP_TRUNCATE, &error) else {
            zip_source_free(source)
            throw Self.failure(&error)
        }
        do {
            for member in members { try write(member, to: archive) }
        } catch {
            zip_discard(archive)
            throw error
        }
        guard zip_close(archive) == 0 else {
            let failure = Self.failure(zip_get_error(archive))
            zip_discard(archive)
            throw failure
        }
        return try Self.read(source)
    }

    private func write(_ member: Member, to archive: OpaquePointer) throws(BookError) {
        // The library frees the copy with the archive.
        guard let copy = malloc(max(1, member.bytes.count)) else { throw .archive("out of memory") }
        member.bytes.withUnsafeBytes { bytes in
            if let start = bytes.baseAddress { memcpy(copy, start, bytes.count) }
        }
        guard let source = zip_source_buffer(archive, copy, zip_uint64_t(member.bytes.count), 1) else {
            free(copy)
            throw Self.failure(zip_get_error(archive))
        }
        let index = zip_file_add(archive, member.name, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
        guard index >= 0 else {
            zip_source_free(source)
            throw Self.failure(zip_get_error(archive))
        }
        let place = zip_uint64_t(index)
        let method = member.isStored ? ZIP_CM_STORE : ZIP_CM_DEFLATE
        let attributes = zip_uint32_t(0o100644) << 16
        guard zip_set_file_compression(archive, place, method, member.isStored ? 0 : 9) == 0,
            zip_file_set_dostime(archive, place, date.time, date.date, 0) == 0,
            zip_file_set_external_attributes(archive, place, 0, UInt8(ZIP_OPSYS_UNIX), attributes) == 0
        else { throw Self.failure(zip_get_error(archive)) }
    }

    private static func read(_ source: OpaquePointer) throws(BookError) -> [UInt8] {
        var status = zip_stat_t()
        guard zip_source_stat(source, &status) == 0, zip_source_open(source) == 0 else { throw failure(zip_source_error(source)) }
        defer { zip_source_close(source) }
        var result = [UInt8](repeating: 0, count: Int(status.size))
        var filled = 0
        while filled < result.count {
            let count = result.withUnsafeMutableBytes { buffer in
                zip_source_read(source, buffer.baseAddress.map { $0 + filled }, zip_uint64_t(buffer.count - filled))
            }
            guard count > 0 else { throw failure(zip_source_error(source)) }
            filled += Int(count)
        }
        return result
    }

    private static func failure(_ error: UnsafeMutablePointer<zip_error_t>?) -> BookError {
        .archive(error.flatMap { zip_error_strerror($0) }.map { String(cString: $0) } ?? "unknown error")
    }
}
