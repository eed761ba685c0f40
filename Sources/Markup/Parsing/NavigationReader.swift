import Yams

/// Reads the `nav` of `mkdocs.yml`: a list whose members are files, titles with files, and titles with lists.
struct NavigationReader {
    private static let depthLimit = 12

    private(set) var list: NavigationList

    init(_ node: Node, folder: String?) {
        list = NavigationList(folder: folder, lines: [])
        // A lone word is no list.
        if node.scalar == nil { read(node, depth: 0) }
    }

    private mutating func read(_ node: Node, depth: Int) {
        guard depth < Self.depthLimit, list.lines.count < NavigationList.limit else { return }
        if let target = FrontMatterReader.text(node) { return append(title: nil, target: target, depth: depth) }
        for member in node.sequence ?? [] { read(member, depth: depth) }
        for (title, value) in node.mapping ?? [:] { read(value, title: FrontMatterReader.text(title), depth: depth) }
    }

    private mutating func read(_ value: Node, title: String?, depth: Int) {
        if let target = FrontMatterReader.text(value) { return append(title: title, target: target, depth: depth) }
        append(title: title, target: nil, depth: depth)
        read(value, depth: depth + 1)
    }

    /// Other sites are in no order of pages.
    private mutating func append(title: String?, target: String?, depth: Int) {
        guard list.lines.count < NavigationList.limit, target == nil || target?.contains("://") == false else { return }
        list.lines.append(NavigationList.Line(title: title, target: target, depth: depth))
    }
}
