import CCommonMark
import Glibc

/// The one file that talks to cmark-gfm: Markdown with markers goes in, a tree of values comes out.
///
/// Our own nodes borrow types that a table's cell may contain, and are known by the extension that is set on them: inline HTML for what has a
/// text of its own, strong emphasis for marks, a block of code for what keeps its lines.
///
/// cmark keeps tables of special characters for the whole process and changes them during a parse: callers take turns.
enum CommonMark {
    /// Parses prepared Markdown. Time and memory are those of cmark: callers run in a worker.
    static func parse(_ source: [UInt8]) -> MarkdownTree {
        cmark_gfm_core_extensions_ensure_registered()
        let ours = OurExtension()
        defer { ours.free() }
        let parser = cmark_parser_new(CMARK_OPT_DEFAULT | CMARK_OPT_FOOTNOTES | CMARK_OPT_UNSAFE)
        defer { cmark_parser_free(parser) }
        cmark_parser_attach_syntax_extension(parser, ours.pointer)
        for name in ["table", "strikethrough", "autolink", "tasklist"] {
            if let known = cmark_find_syntax_extension(name) { cmark_parser_attach_syntax_extension(parser, known) }
        }
        source.withUnsafeBytes { cmark_parser_feed(parser, $0.baseAddress?.assumingMemoryBound(to: CChar.self), $0.count) }
        guard let root = cmark_parser_finish(parser) else { return MarkdownTree() }
        defer { cmark_node_free(root) }
        var reader = TreeReader(extensionPointer: ours.pointer)
        return reader.read(root)
    }
}

/// The extension that finds our own inlines, and formulas and comments of several lines.
private struct OurExtension {
    /// What a search has shown about the paragraph being parsed.
    final class Memory {
        var paragraph: OpaquePointer?
        var searched: [InlineSyntax.Match.Kind: Int] = [:]
    }

    let pointer: OpaquePointer?
    private let memory = Memory()

    init() {
        pointer = cmark_syntax_extension_new("stemma")
        var characters: UnsafeMutablePointer<cmark_llist>?
        for sign in [SourceMarkers.wikilink, SourceMarkers.embed, UInt8(ascii: "$"), UInt8(ascii: "%"), UInt8(ascii: "=")] {
            characters = cmark_llist_append(cmark_get_default_mem_allocator(), characters, UnsafeMutableRawPointer(bitPattern: UInt(sign)))
        }
        cmark_syntax_extension_set_special_inline_chars(pointer, characters)
        cmark_syntax_extension_set_private(pointer, Unmanaged.passUnretained(memory).toOpaque(), nil)
        cmark_syntax_extension_set_match_inline_func(pointer, matchInline)
        cmark_syntax_extension_set_inline_from_delim_func(pointer, insertMark)
        cmark_syntax_extension_set_open_block_func(pointer, openBlock)
        cmark_syntax_extension_set_match_block_func(pointer, continueBlock)
        cmark_syntax_extension_set_can_contain_func(pointer) { _, _, child in child.rawValue & 0xC000 == 0xC000 ? 1 : 0 }
        cmark_syntax_extension_set_get_type_string_func(pointer) { _, _ in
            UnsafeRawPointer(ourTypeName.utf8Start).assumingMemoryBound(to: CChar.self)
        }
    }

    func free() {
        withExtendedLifetime(memory) { cmark_syntax_extension_free(cmark_get_default_mem_allocator(), pointer) }
    }
}

private let ourTypeName: StaticString = "stemma"

private let matchInline: cmark_match_inline_func = { pointer, parser, parent, character, inlines in
    if character == UInt8(ascii: "=") { return pushMark(inlines) }
    guard let inlines, let data = cmark_syntax_extension_get_private(pointer) else { return nil }
    let memory = Unmanaged<OurExtension.Memory>.fromOpaque(data).takeUnretainedValue()
    if memory.paragraph != parent {
        memory.paragraph = parent
        memory.searched = [:]
    }
    let syntax = InlineSyntax(
        byte: { cmark_inline_parser_peek_at(inlines, Int32(truncatingIfNeeded: $0)) },
        searched: { memory.searched[$0] ?? 0 })
    let start = Int(cmark_inline_parser_get_offset(inlines))
    let outcome =
        switch character {
        case UInt8(ascii: "$"): syntax.math(at: start)
        case UInt8(ascii: "%"): syntax.comment(at: start)
        case SourceMarkers.wikilink, SourceMarkers.embed: syntax.wikilink(at: start)
        // cmark asks at every run of text.
        default: InlineSyntax.Outcome.none
        }
    switch outcome {
    case .none: return nil
    case .unclosed(let kind, let place):
        memory.searched[kind] = place
        return nil
    case .match(let match):
        let content = [match.kind.rawValue] + match.content.map(syntax.byte) + [0]
        let node = cmark_node_new(CMARK_NODE_HTML_INLINE)
        cmark_node_set_syntax_extension(node, pointer)
        content.withUnsafeBytes { _ = cmark_node_set_literal(node, $0.baseAddress?.assumingMemoryBound(to: CChar.self)) }
        cmark_inline_parser_set_offset(inlines, Int32(truncatingIfNeeded: match.end))
        return node
    }
}

/// Pushes `==` as a delimiter, as cmark does for emphasis; other runs of `=` are text.
private func pushMark(_ inlines: OpaquePointer?) -> OpaquePointer? {
    var (left, right, before, after): (Int32, Int32, Int32, Int32) = (0, 0, 0, 0)
    let count = cmark_inline_parser_scan_delimiters(inlines, 100, UInt8(ascii: "="), &left, &right, &before, &after)
    let node = cmark_node_new(CMARK_NODE_TEXT)
    cmark_node_set_literal(node, String(repeating: "=", count: Int(count)))
    if count == 2, left != 0 || right != 0 {
        cmark_inline_parser_push_delimiter(inlines, UInt8(ascii: "="), left, right, node)
    }
    return node
}

private let insertMark: cmark_inline_from_delim_func = { pointer, _, inlines, opener, closer in
    guard let opener, let closer else { return nil }
    let mark = opener.pointee.inl_text
    let end = closer.pointee.inl_text
    if cmark_node_set_type(mark, CMARK_NODE_STRONG) == 1 {
        cmark_node_set_syntax_extension(mark, pointer)
        var next = cmark_node_next(mark)
        while let node = next, node != end {
            next = cmark_node_next(node)
            cmark_node_append_child(mark, node)
        }
        cmark_node_free(end)
    }
    let result = closer.pointee.next
    var delimiter: UnsafeMutablePointer<delimiter>? = closer
    while let current = delimiter, current != opener {
        delimiter = current.pointee.previous
        cmark_inline_parser_remove_delimiter(inlines, current)
    }
    cmark_inline_parser_remove_delimiter(inlines, opener)
    return result
}

private let openBlock: cmark_open_block_func = { pointer, indented, parser, parent, input, length in
    let first = Int(cmark_parser_get_first_nonspace(parser))
    guard indented == 0, let input, first < Int(length) else { return nil }
    guard input[first] == SourceMarkers.mathOpen || input[first] == SourceMarkers.commentOpen else { return nil }
    // A block of code keeps its lines as they are; which one it is shows the marker at its start.
    guard let block = cmark_parser_add_child(parser, parent, CMARK_NODE_CODE_BLOCK, Int32(first + 1)) else { return nil }
    cmark_node_set_syntax_extension(block, pointer)
    let offset = cmark_parser_get_offset(parser)
    input.withMemoryRebound(to: CChar.self, capacity: Int(length)) {
        cmark_parser_advance_offset(parser, $0, Int32(first) - offset, 0)
    }
    return block
}

/// A block goes on until the line after the one with the closing marker.
private let continueBlock: cmark_match_block_func = { pointer, parser, input, length, container in
    guard cmark_node_get_type(container) == CMARK_NODE_CODE_BLOCK, let content = cmark_node_get_string_content(container) else { return 0 }
    let bytes = UnsafeBufferPointer(start: UnsafeRawPointer(content).assumingMemoryBound(to: UInt8.self), count: strlen(content))
    return bytes.contains { $0 == SourceMarkers.mathClose || $0 == SourceMarkers.commentClose } ? 0 : 1
}

/// Copies cmark's tree into values, without recursion.
private struct TreeReader {
    let extensionPointer: OpaquePointer?
    private var tree = MarkdownTree()
    private var footnotes = 0

    init(extensionPointer: OpaquePointer?) {
        self.extensionPointer = extensionPointer
    }

    mutating func read(_ root: OpaquePointer) -> MarkdownTree {
        cmark_consolidate_text_nodes(root)
        var open: [Int] = []
        var next: OpaquePointer? = root
        while let node = next {
            let index = append(node)
            if let child = cmark_node_first_child(node) {
                open.append(index)
                next = child
                continue
            }
            next = node
            while let current = next {
                if current == root { return finished(open) }
                if let sibling = cmark_node_next(current) {
                    next = sibling
                    break
                }
                if let parent = open.popLast() { tree.nodes[parent].end = tree.nodes.count }
                next = cmark_node_parent(current)
            }
        }
        return finished(open)
    }

    private mutating func finished(_ open: [Int]) -> MarkdownTree {
        for index in open { tree.nodes[index].end = tree.nodes.count }
        return tree
    }

    private mutating func append(_ node: OpaquePointer) -> Int {
        let index = tree.nodes.count
        let (kind, text) = read(node)
        tree.nodes.append(MarkdownNode(kind: kind, text: text, end: index + 1))
        return index
    }

    private mutating func copy(_ text: UnsafePointer<CChar>?) -> Range<Int> {
        let start = tree.text.count
        if let text {
            let bytes = UnsafeBufferPointer(start: UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self), count: strlen(text))
            SourceMarkers.restore(bytes, to: &tree.text)
        }
        return start..<tree.text.count
    }

    private mutating func read(_ node: OpaquePointer) -> (MarkdownNode.Kind, Range<Int>) {
        let none = tree.text.count..<tree.text.count
        switch cmark_node_get_type(node) {
        case CMARK_NODE_DOCUMENT: return (.document, none)
        case CMARK_NODE_BLOCK_QUOTE: return (.blockQuote, none)
        case CMARK_NODE_LIST:
            let isOrdered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
            return (.list(start: isOrdered ? Int(cmark_node_get_list_start(node)) : nil), none)
        case CMARK_NODE_ITEM: return (.item(isChecked: checked(node)), none)
        case CMARK_NODE_CODE_BLOCK: return readCodeBlock(node)
        case CMARK_NODE_HTML_BLOCK: return (.htmlBlock, copy(cmark_node_get_literal(node)))
        case CMARK_NODE_PARAGRAPH: return (.paragraph(isTight: isTight(node)), none)
        case CMARK_NODE_HEADING: return (.heading(level: Int(cmark_node_get_heading_level(node))), none)
        case CMARK_NODE_THEMATIC_BREAK: return (.thematicBreak, none)
        case CMARK_NODE_FOOTNOTE_DEFINITION:
            footnotes += 1
            return (.footnoteDefinition(number: footnotes), none)
        default: return readInline(node)
        }
    }

    private mutating func readInline(_ node: OpaquePointer) -> (MarkdownNode.Kind, Range<Int>) {
        let none = tree.text.count..<tree.text.count
        switch cmark_node_get_type(node) {
        case CMARK_NODE_TEXT: return (.text, copy(cmark_node_get_literal(node)))
        case CMARK_NODE_SOFTBREAK: return (.softBreak, none)
        case CMARK_NODE_LINEBREAK: return (.lineBreak, none)
        case CMARK_NODE_CODE: return (.code, copy(cmark_node_get_literal(node)))
        case CMARK_NODE_HTML_INLINE:
            return isOurs(node) ? readOurInline(node) : (.htmlInline, copy(cmark_node_get_literal(node)))
        case CMARK_NODE_EMPH: return (.emphasis, none)
        case CMARK_NODE_STRONG: return (isOurs(node) ? .mark : .strong, none)
        case CMARK_NODE_LINK: return (.link(target: copy(cmark_node_get_url(node)), title: copy(cmark_node_get_title(node))), none)
        case CMARK_NODE_IMAGE: return (.image(target: copy(cmark_node_get_url(node)), title: copy(cmark_node_get_title(node))), none)
        case CMARK_NODE_FOOTNOTE_REFERENCE:
            let number = cmark_node_get_literal(node).flatMap { Int(String(cString: $0)) }
            return (.footnoteReference(number: number ?? 0), none)
        default: return (readExtension(node), none)
        }
    }

    private func isOurs(_ node: OpaquePointer) -> Bool {
        extensionPointer != nil && cmark_node_get_syntax_extension(node) == extensionPointer
    }

    private func readExtension(_ node: OpaquePointer) -> MarkdownNode.Kind {
        switch String(cString: cmark_node_get_type_string(node)) {
        case "table": return .table(alignments: alignments(node))
        case "table_header": return .tableRow(isHeader: true)
        case "table_row": return .tableRow(isHeader: cmark_gfm_extensions_get_table_row_is_header(node) != 0)
        case "table_cell": return .tableCell
        case "strikethrough": return .strikethrough
        default: return .unknown
        }
    }

    private mutating func readOurInline(_ node: OpaquePointer) -> (MarkdownNode.Kind, Range<Int>) {
        let start = tree.text.count
        guard let content = cmark_node_get_literal(node), let kind = InlineSyntax.Match.Kind(rawValue: UInt8(bitPattern: content[0])) else {
            return (.unknown, start..<start)
        }
        switch kind {
        case .wikilink, .embed:
            // Its pipe stays a marker until the link is read.
            tree.text.append(contentsOf: UnsafeRawBufferPointer(start: content + 1, count: strlen(content + 1)))
            return (.wikilink(isEmbed: kind == .embed), start..<tree.text.count)
        case .math: return (.math(isDisplay: false), copy(content + 1))
        case .displayMath: return (.math(isDisplay: true), copy(content + 1))
        case .comment: return (.comment, start..<start)
        }
    }

    private mutating func readCodeBlock(_ node: OpaquePointer) -> (MarkdownNode.Kind, Range<Int>) {
        guard isOurs(node) else {
            let info = copy(cmark_node_get_fence_info(node))
            return (.codeBlock(info: info), copy(cmark_node_get_literal(node)))
        }
        let text = copy(cmark_node_get_literal(node))
        let isMath = text.count > 1 && tree.text[text.lowerBound] == UInt8(ascii: "$")
        let inner = tree.text[text].trimmingBlanks.dropFirst(2).dropLast(2).trimmingBlanks
        return (isMath ? .mathBlock : .comment, inner.startIndex..<inner.endIndex)
    }

    private func alignments(_ table: OpaquePointer) -> [MarkdownNode.Alignment] {
        guard let codes = cmark_gfm_extensions_get_table_alignments(table) else { return [] }
        let count = Int(cmark_gfm_extensions_get_table_columns(table))
        return (0..<count).map { MarkdownNode.Alignment(rawValue: codes[$0]) ?? .none }
    }

    private func checked(_ node: OpaquePointer) -> Bool? {
        guard String(cString: cmark_node_get_type_string(node)) == "tasklist" else { return nil }
        return cmark_gfm_extensions_get_tasklist_item_checked(node)
    }

    private func isTight(_ node: OpaquePointer) -> Bool {
        guard let item = cmark_node_parent(node), let list = cmark_node_parent(item) else { return false }
        return cmark_node_get_type(list) == CMARK_NODE_LIST && cmark_node_get_list_tight(list) != 0
    }
}
