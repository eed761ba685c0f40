// The one use of the whole Foundation outside GRDB: the standard library offers no normal form of its own.
import Foundation

/// Unicode's normal forms.
package enum UnicodeForm {
    /// The text in normal form C.
    package static func canonical(_ text: String) -> String {
        text.utf8.allSatisfy { $0 < 128 } ? text : text.precomposedStringWithCanonicalMapping
    }

    /// The text in normal form D: letters apart from their accents.
    static func decomposed(_ text: String) -> String { text.decomposedStringWithCanonicalMapping }

    /// True where the text's bytes are those of normal form C.
    package static func isCanonical(_ text: String) -> Bool {
        canonical(text).utf8.elementsEqual(text.utf8)
    }
}
