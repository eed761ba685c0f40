/// Entries to be put into, or taken out of, the raw bytes of one tree.
struct TreeSplice {
    private var entries: [[UInt8]: TreeEntry?] = [:]

    /// Sets what a name shall hold; nil takes it out.
    mutating func set(_ name: ArraySlice<UInt8>, _ entry: TreeEntry?) {
        entries[Array(name)] = .some(entry)
    }

    /// The bytes of the tree afterwards: everything else copied as it is, in one pass.
    func applied(to tree: UnsafeRawBufferPointer) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(tree.count + entries.count * 64)
        var waiting = newEntries[...]
        var walk = RawTree(tree)
        var copied = 0
        var position = 0
        while let entry = walk.next() {
            let end = position + entry.byteCount
            let isReplaced = replaces(entry.name)
            let before = waiting.prefix { Self.precedes($0, entry) }
            if isReplaced || !before.isEmpty {
                result.append(contentsOf: UnsafeRawBufferPointer(rebasing: tree[copied..<position]))
                for new in before { result.append(contentsOf: new.bytes) }
                waiting = waiting.dropFirst(before.count)
                copied = isReplaced ? end : position
            }
            position = end
        }
        result.append(contentsOf: UnsafeRawBufferPointer(rebasing: tree[copied..<position]))
        for new in waiting { result.append(contentsOf: new.bytes) }
        return result
    }

    private struct NewEntry {
        /// The name as git sorts it: a folder's ends in `/`.
        let key: [UInt8]
        let bytes: [UInt8]
    }

    private var newEntries: [NewEntry] {
        entries.compactMap { name, entry in
            entry.map { entry in
                let isFolder = entry.kind == .folder
                let head = Array("\(String(entry.mode, radix: 8)) ".utf8) + name + [0]
                return NewEntry(key: isFolder ? name + [UInt8(ascii: "/")] : name, bytes: head + entry.id.bytes)
            }
        }.sorted { $0.key.lexicographicallyPrecedes($1.key) }
    }

    /// True where a new entry stands before an old one in git's order.
    private static func precedes(_ new: NewEntry, _ old: RawTree.Entry) -> Bool {
        let length = old.name.count + (old.isFolder ? 1 : 0)
        for (index, byte) in new.key.enumerated() {
            guard index < length else { return false }
            let other = index < old.name.count ? old.name[index] : UInt8(ascii: "/")
            if byte != other { return byte < other }
        }
        return new.key.count < length
    }

    /// True for a name that is set anew. A few names are compared one by one, which spares an array for each old entry.
    private func replaces(_ name: UnsafeRawBufferPointer) -> Bool {
        guard entries.count <= 16 else { return entries[Array(name)] != nil }
        return entries.keys.contains { $0.count == name.count && $0.elementsEqual(name) }
    }
}
