package struct ThreeWayMerge: Sendable {
    package let text: [UInt8]?
    package let keptBoth = false
    package init(base: [UInt8], current: [UInt8], yours: [UInt8]) { text = current == base ? yours : nil }
    package func markedText(current: String, yours: String) -> [UInt8] { [] }
}
package enum LineEnds { package static func adapt(_ text: [UInt8], to base: [UInt8]?) -> [UInt8] { text } }
package struct WordChange: Sendable { package let added: Int; package let removed: Int; package init(old: [UInt8], new: [UInt8]) { added = 0; removed = 0 } }
