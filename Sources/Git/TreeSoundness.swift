import Glibc

/// Whether the raw bytes of a tree are what git itself would write: entries in git's order, no name twice.
enum TreeSoundness {
    /// The name at which a tree goes wrong, empty where its bytes are no tree; nil where it is sound.
    ///
    /// A file and a folder of one name may stand apart, with `name.x` between them: the files whose names a folder further on
    /// may still repeat are kept in a stack, as `verify_ordered` of git's `fsck.c` does.
    static func fault(in bytes: UnsafeRawBufferPointer) -> [UInt8]? {
        var walk = RawTree(bytes)
        var previous: RawTree.Entry?
        var files: [UnsafeRawBufferPointer] = []
        var length = 0
        while let entry = walk.next() {
            length += entry.byteCount
            if let previous, RawTree.Entry.compare(previous, entry) >= 0 { return Array(entry.name) }
            while let last = files.last, !begins(entry.name, with: last) { files.removeLast() }
            if entry.isFolder {
                if let last = files.last, last.count == entry.name.count { return Array(entry.name) }
            } else {
                files.append(entry.name)
            }
            previous = entry
        }
        return length == bytes.count ? nil : []
    }

    private static func begins(_ name: UnsafeRawBufferPointer, with start: UnsafeRawBufferPointer) -> Bool {
        guard start.count <= name.count, let one = name.baseAddress, let other = start.baseAddress else { return start.isEmpty }
        return memcmp(one, other, start.count) == 0
    }
}
