import Git
import TestSupport
import Testing

@Suite struct TreeTests {
    @Test func onlyWhatIsNamedChanges() throws {
        let test = try TestRepository()
        let tree = try test.tree(["A.md": "a", "Guide/One.md": "1", "Guide/Deep/Two.md": "2", "Other/x": "x"])
        let changed = try test.repository.updateTree(
            tree,
            [
                .put(GitPath("Guide/Deep/Three.md"), mode: TreeUpdate.fileMode, blob: test.repository.writeBlob([51])),
                .remove(GitPath("Guide/One.md")), .put(GitPath("New/Folder/f"), mode: 0o100755, blob: test.repository.writeBlob([52])),
            ])
        let list = try test.git("ls-tree", "-r", "--format=%(objectmode) %(path)", changed.hex)
        #expect(list == "100644 A.md\n100644 Guide/Deep/Three.md\n100644 Guide/Deep/Two.md\n100755 New/Folder/f\n100644 Other/x")
        let other = GitPath("Other")
        #expect(try test.repository.entry(at: other, in: tree) == test.repository.entry(at: other, in: changed))
        #expect(try test.repository.updateTree(tree, []) == tree)
        // A folder whose last file goes, goes too.
        let emptied = try test.repository.updateTree(tree, [.remove(GitPath("Guide/Deep/Two.md")), .remove(GitPath("Guide/One.md"))])
        #expect(try test.git("ls-tree", "--name-only", emptied.hex) == "A.md\nOther")
    }

    @Test func entriesOfEveryKind() throws {
        let test = try TestRepository()
        let blob = try test.repository.writeBlob(Array("Home.md".utf8))
        let commit = try test.commit()
        let input = [
            "100644 blob \(blob.hex)\tplain", "100755 blob \(blob.hex)\tprogram", "120000 blob \(blob.hex)\tlink",
            "160000 commit \(commit.hex)\tmodule",
        ].map { $0 + "\n" }.joined()
        let tree = try #require(ObjectID(hex: try test.git("mktree", input: input)))
        func kind(_ path: String) throws -> EntryKind? { try test.repository.entry(at: GitPath(path), in: tree)?.kind }
        #expect(try kind("plain") == .file)
        #expect(try kind("program") == .file)
        #expect(try kind("link") == .symlink)
        #expect(try kind("module") == .submodule)
        #expect(try kind("") == .folder)
        #expect(try kind("none") == nil)
        #expect(try kind("plain/below") == nil)
        #expect(try kind("module/below") == nil)
        #expect(try test.repository.files(in: tree).map(\.path.display) == ["link", "module", "plain", "program"])
        // Editing one entry leaves links and modules what they are.
        let changed = try test.repository.updateTree(
            tree, [.put(GitPath("plain"), mode: TreeUpdate.fileMode, blob: test.repository.writeBlob([1]))])
        #expect(try test.repository.changes(from: tree, to: changed).map(\.path.display) == ["plain"])
    }

    @Test func namesOfEveryKind() throws {
        let test = try TestRepository()
        let blob = try test.repository.writeBlob([1])
        var tree = try test.repository.writeEmptyTree()
        let names: [[UInt8]] = [
            Array("a b?#%+&|\"'".utf8), Array("caf\u{E9}".utf8), Array("cafe\u{301}".utf8), [0xFF, 0xFE], Array("new\nline".utf8),
            Array("--option".utf8),
            Array("<b>".utf8), Array("back\\slash".utf8), Array("\u{202E}evil".utf8), Array(String(repeating: "x", count: 255).utf8),
        ]
        for name in names {
            tree = try test.repository.updateTree(tree, [.put(GitPath(bytes: name), mode: TreeUpdate.fileMode, blob: blob)])
        }
        let listed = try test.git.bytes(["ls-tree", "-z", "--name-only", tree.hex]).split(separator: 0).map { Array($0) }
        #expect(Set(listed) == Set(names))
        for name in names { #expect(try test.repository.entry(at: GitPath(bytes: name), in: tree)?.id == blob) }
        for name in names { tree = try test.repository.updateTree(tree, [.remove(GitPath(bytes: name))]) }
        #expect(try tree == test.repository.writeEmptyTree())
    }

    @Test func wideAndDeep() throws {
        let test = try TestRepository()
        let blob = try test.repository.writeBlob([1])
        let updates = (0..<5000).map { TreeUpdate.put(GitPath("wide/page-\($0).md"), mode: TreeUpdate.fileMode, blob: blob) }
        let deep = GitPath((0..<200).map { "d\($0)" }.joined(separator: "/"))
        let tree = try test.repository.updateTree(
            test.repository.writeEmptyTree(), updates + [.put(deep, mode: TreeUpdate.fileMode, blob: blob)])
        #expect(try test.repository.files(in: tree).count == 5001)
        #expect(try test.repository.entry(at: deep, in: tree)?.id == blob)
        let changed = try test.repository.updateTree(
            tree, [.put(GitPath("wide/page-77.md"), mode: TreeUpdate.fileMode, blob: test.repository.writeBlob([2]))])
        #expect(try test.repository.changes(from: tree, to: changed).map(\.path.display) == ["wide/page-77.md"])
        #expect(try test.git("rev-parse", "\(changed.hex):wide/page-77.md") == Repository.blobID([2]).hex)
    }

    /// The law: our comparison of raw trees is what `git diff-tree -r` says, on trees of every shape.
    @Test(arguments: 0..<40) func comparisonIsGits(_ seed: Int) throws {
        let test = try TestRepository()
        var random = SeededGenerator(seed: UInt64(seed))
        var tree = try test.repository.writeEmptyTree()
        for _ in 0..<8 {
            let next = try grown(tree, test, &random)
            #expect(try ours(tree, next, test) == gits(tree, next, test))
            #expect(try ours(next, tree, test) == gits(next, tree, test))
            tree = next
        }
    }

    /// The same in folders that are wide enough to be passed over in steps, with changes at their edges.
    @Test(arguments: 0..<12) func comparisonOfWideFoldersIsGits(_ seed: Int) throws {
        let test = try TestRepository()
        var random = SeededGenerator(seed: UInt64(1000 + seed))
        let blobs = try (0..<3).map { try test.repository.writeBlob([UInt8($0)]) }
        let names = (0..<90).map { "w/page-\($0)" + (random.oneIn(4) ? "-with-a-longer-name" : "") }
        var tree = try test.repository.updateTree(
            test.repository.writeEmptyTree(), names.map { .put(GitPath($0), mode: TreeUpdate.fileMode, blob: blobs[0]) })
        for _ in 0..<8 {
            let updates = (0..<(1 + random.below(3))).map { _ -> TreeUpdate in
                let name = random.one(of: [names[0], names[names.count - 1]] + names) ?? names[0]
                if random.oneIn(3) { return .remove(GitPath(name)) }
                return .put(GitPath(name), mode: TreeUpdate.fileMode, blob: random.one(of: blobs) ?? blobs[0])
            }
            let next = try test.repository.updateTree(tree, updates)
            #expect(try ours(tree, next, test) == gits(tree, next, test))
            #expect(try ours(next, tree, test) == gits(next, tree, test))
            tree = next
        }
    }

    /// The law: pairs compared together differ as they do one by one, in the same order.
    @Test(arguments: 0..<20) func manyPairsAreComparedAsEachAlone(_ seed: Int) throws {
        let test = try TestRepository()
        var random = SeededGenerator(seed: UInt64(2000 + seed))
        var trees: [ObjectID?] = [nil]
        var tree = try test.repository.writeEmptyTree()
        for _ in 0..<8 {
            tree = try grown(tree, test, &random)
            trees.append(tree)
        }
        var pairs = zip(trees, trees.dropFirst()).map { (old: $0.0, new: $0.1) }
        for _ in 0..<6 { pairs.append((old: random.one(of: trees) ?? nil, new: random.one(of: trees) ?? nil)) }
        let together = try test.repository.changes(among: pairs)
        #expect(together.count == pairs.count)
        for (pair, changes) in zip(pairs, together) { #expect(try changes == test.repository.changes(from: pair.old, to: pair.new)) }
    }

    /// A tree with files put, removed, turned into folders and back, into links, with names that sort against folders.
    private func grown(_ tree: ObjectID, _ test: TestRepository, _ random: inout SeededGenerator) throws -> ObjectID {
        let names = ["a", "a.b", "a-b", "a0", "b", "é", "z"]
        var files = try Dictionary(uniqueKeysWithValues: test.repository.files(in: tree).map { ($0.path.display, $0.entry) })
        for _ in 0..<(1 + random.below(6)) {
            let depth = 1 + random.below(3)
            let path = (0..<depth).map { _ in random.one(of: names) ?? "a" }.joined(separator: "/")
            for other in files.keys where other == path || other.hasPrefix(path + "/") || path.hasPrefix(other + "/") { files[other] = nil }
            guard !random.oneIn(3) else { continue }
            let blob = try test.repository.writeBlob([UInt8(random.below(4))])
            files[path] = TreeEntry(mode: random.one(of: [0o100644, 0o100755, 0o120000]) ?? 0o100644, id: blob)
        }
        let updates = files.sorted { $0.key < $1.key }.map { TreeUpdate.put(GitPath($0.key), mode: $0.value.mode, blob: $0.value.id) }
        return try test.repository.updateTree(test.repository.writeEmptyTree(), updates)
    }

    private func ours(_ old: ObjectID, _ new: ObjectID, _ test: TestRepository) throws -> [String] {
        try test.repository.changes(from: old, to: new).map { change in
            let (a, b) = (change.old, change.new)
            return
                "\(String(a?.mode ?? 0, radix: 8)) \(String(b?.mode ?? 0, radix: 8)) \((a?.id ?? .zero).hex) \((b?.id ?? .zero).hex) \(change.path.display)"
        }.sorted()
    }

    private func gits(_ old: ObjectID, _ new: ObjectID, _ test: TestRepository) throws -> [String] {
        let fields = try test.git.bytes(["diff-tree", "-r", "-z", "--no-renames", old.hex, new.hex]).split(separator: 0).map {
            String(decoding: $0, as: UTF8.self)
        }
        return stride(from: 0, to: fields.count - 1, by: 2).flatMap { index -> [String] in
            // `:100644 100755 id id M`; git tells a change of kind as one row.
            let parts = fields[index].dropFirst().split(separator: " ")
            func mode(_ text: Substring) -> String { text == "000000" ? "0" : String(text) }
            return ["\(mode(parts[0])) \(mode(parts[1])) \(parts[2]) \(parts[3]) \(fields[index + 1])"]
        }.sorted()
    }
}
