import Git

/// Which names for tags are free: git keeps references as files, so a tag is either a name or a folder of names, and a second
/// one of the same name is none.
///
/// Git itself would find out only once it moves references one by one, with the branch moved already.
struct TagPlaces {
    private var names: Set<[UInt8]> = []
    /// Each folder, with a tag in it.
    private var folders: [[UInt8]: [UInt8]] = [:]

    /// Looks at the tags of a repository. Cost: one look at each of its references.
    init(_ repository: Repository) throws {
        for name in try repository.referenceNames(beginningWith: "refs/tags/") { take(name) }
    }

    /// The first tag of a push that has no place beside those that are there or those before it.
    func refusal(of commands: [RefCommand]) -> PushRefusal? {
        var places = self
        for command in commands {
            guard case .tag = command.kind, command.new != nil else { continue }
            if let refusal = places.refusal(of: command.name) { return refusal }
            places.take(command.name)
        }
        return nil
    }

    private func refusal(of name: [UInt8]) -> PushRefusal? {
        if names.contains(name) { return .tagMoved(name: name) }
        if let other = folders[name] ?? Self.folders(of: name).first(where: names.contains) {
            return .tagClash(name: name, other: other)
        }
        return nil
    }

    private mutating func take(_ name: [UInt8]) {
        names.insert(name)
        for folder in Self.folders(of: name) { folders[folder] = name }
    }

    /// Everything before one of its slashes.
    private static func folders(of name: [UInt8]) -> [[UInt8]] {
        name.indices.filter { name[$0] == UInt8(ascii: "/") }.map { Array(name[..<$0]) }
    }
}
