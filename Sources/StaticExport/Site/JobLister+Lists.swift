import Git
import Presentation
import WikiCore

/// Folders, files, tags, people and changes.
extension JobLister {
    mutating func listFolders() {
        for folder in plan.content.folders {
            var key = UnitKey()
            addChildren(folder, to: &key)
            for file in plan.tree[folder].files { key.add(plan.content.files[file].file.blob.hex) }
            key.add(plan.site.file(at: folder.bytes) ?? "")
            add("folder \(folder.hexName)", key, .folder(folder))
        }
        for folder in plan.tree.withPages {
            var key = UnitKey()
            var above = folder
            while !above.isRoot {
                key.add(plan.site.listing(above.bytes))
                above = above.parent
            }
            addTree(folder, to: &key, depth: 0)
            add("listing \(folder.hexName)", key, .listing(folder))
        }
    }

    func addChildren(_ folder: GitPath, to key: inout UnitKey) {
        for inner in plan.tree[folder].folders {
            key.add(inner.bytes)
            key.add(plan.site.file(at: inner.bytes) ?? "")
            key.add(Int64(plan.tree[inner].total))
        }
        addPages(of: folder, to: &key)
        for file in plan.tree[folder].files { key.add(plan.site.file(at: plan.content.files[file].path.bytes) ?? "") }
    }

    func addPages(of folder: GitPath, to key: inout UnitKey) {
        for page in plan.tree[folder].pages { key.add(entryKey(page)) }
    }

    /// Where the folders above a page are.
    mutating func crumbs(_ folder: GitPath) -> String {
        if let known = crumbs[folder] { return known }
        let own = plan.site.file(at: folder.bytes) ?? ""
        let all = folder.isRoot ? own : "\(crumbs(folder.parent)) \(own)"
        crumbs[folder] = all
        return all
    }

    /// What a listing shows: a small folder with all that is below it.
    func addTree(_ folder: GitPath, to key: inout UnitKey, depth: Int) {
        addChildren(folder, to: &key)
        for inner in plan.tree[folder].folders { key.add(plan.site.listing(inner.bytes)) }
        guard plan.tree[folder].total <= SitePress.wholeTree, depth < 100 else { return }
        for inner in plan.tree[folder].folders { addTree(inner, to: &key, depth: depth + 1) }
    }

    mutating func listFiles() {
        for (index, file) in plan.content.files.enumerated() {
            var key = UnitKey()
            key.add(file.file.blob.hex)
            key.add(plan.site.file(at: file.path.bytes) ?? "")
            add("file \(file.path.hexName)", key, .file(index))
        }
        for (index, file) in plan.content.outside.enumerated() {
            var key = UnitKey()
            key.add(file.blob.hex)
            key.add(plan.site.outside(file.file.bytes))
            add("outside \(file.file.hexName)", key, .outside(index))
        }
    }

    mutating func listTags() {
        for (tag, found) in plan.content.tags {
            var key = UnitKey()
            key.add(found.name)
            for page in found.pages { key.add(entryKey(plan.content.places[page])) }
            add("tag \(GitPath(tag).hexName)", key, .tag(tag))
        }
    }

    /// - Parameter changes: those of each person that are shown.
    mutating func listPeople(_ changes: [String: [ObjectID]]) {
        let week = Int64(CalendarWeek.of(plan.now))
        var all = UnitKey()
        for (index, person) in plan.content.people.enumerated() {
            var key = UnitKey()
            key.add(person.name)
            for number in [person.edits, person.written, person.living, person.isUnconfirmed ? 1 : 0] { key.add(Int64(number)) }
            key.add(person.last.place)
            for commit in changes[person.address] ?? [] { key.add(commit.hex) }
            all.add(Int64(bitPattern: key.value))
            key.add(week)
            add("person \(GitPath(person.address).hexName)", key, .person(index), isForced: renamedFor.contains(person.address))
        }
        add("people", all, .people)
    }

    mutating func listChanges(_ window: Window) {
        let size = SitePress.listSize
        let parts = (plan.commits.count + size - 1) / size
        var newest = UnitKey()
        newest.add(plan.basis.commit)
        add("recent", newest, .recent(-1))
        for part in 0..<max(0, parts) {
            let range = part * size..<min(plan.commits.count, (part + 1) * size)
            var key = UnitKey()
            for commit in plan.commits[range] { key.add(commit.id.hex) }
            let isForced = plan.commits[range].contains { renamed.contains($0.place) }
            add("commits \(part)", key, .commits(part), isForced: isForced)
            // The newest two parts are the list without a number.
            if part < parts - 2 { add("recent \(part)", key, .recent(part), isForced: isForced) }
        }
    }
}
