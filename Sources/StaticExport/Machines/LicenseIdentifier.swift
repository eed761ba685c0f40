/// A licence by its identifier in the list of SPDX, as files for machines name it.
package struct LicenseIdentifier: Sendable, Hashable {
    /// `CC-BY-SA-4.0`.
    package let text: String

    /// The licences that texts are commonly under; all are in the list that the Citation File Format 1.2.0 takes.
    private static let known = [
        "CC0-1.0", "CC-BY-2.0", "CC-BY-2.5", "CC-BY-3.0", "CC-BY-4.0", "CC-BY-SA-2.0", "CC-BY-SA-2.5", "CC-BY-SA-3.0", "CC-BY-SA-4.0",
        "CC-BY-NC-3.0", "CC-BY-NC-4.0", "CC-BY-NC-SA-3.0", "CC-BY-NC-SA-4.0", "CC-BY-ND-3.0", "CC-BY-ND-4.0", "CC-BY-NC-ND-3.0",
        "CC-BY-NC-ND-4.0", "CC-PDDC", "GFDL-1.2-or-later", "GFDL-1.3-only", "GFDL-1.3-or-later", "FSFAP", "ODbL-1.0", "PDDL-1.0",
        "OGL-UK-3.0", "LAL-1.3", "MIT", "ISC", "0BSD", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0", "MPL-2.0", "EUPL-1.2",
        "Artistic-2.0", "GPL-2.0-or-later", "GPL-3.0-only", "GPL-3.0-or-later", "LGPL-3.0-or-later", "AGPL-3.0-only",
        "AGPL-3.0-or-later", "Unlicense", "WTFPL", "Zlib", "BSL-1.0",
    ]
    private static let byForm = Dictionary(known.map { (form($0.utf8), $0) }) { first, _ in first }

    /// The licence that a name means; nil where it is none of those known. Case, spaces and hyphens are alike: `CC BY-SA 4.0`.
    package init?(_ name: String) {
        guard let text = Self.byForm[Self.form(name.utf8)] else { return nil }
        self.text = text
    }

    private static func form(_ name: some Sequence<UInt8>) -> [UInt8] {
        name.map { byte in
            switch byte {
            case 0x20: UInt8(ascii: "-")
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
            default: byte
            }
        }
    }
}
