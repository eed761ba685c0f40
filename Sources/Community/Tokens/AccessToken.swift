/// A named secret with which a program acts for a person, as far as its scope goes. The secret itself is not kept.
package struct AccessToken: Hashable, Sendable {
    /// What every secret begins with, so that scanners of leaks know it.
    package static let prefix = "stm_"

    /// Its number.
    package let id: Int64
    /// What its owner calls it.
    package let name: String
    /// How much of its owner's rights it carries.
    package let scope: TokenScope
    /// When it was made, in seconds since 1970.
    package let created: Int64
    /// When it stops working.
    package let expires: Int64
    /// When it was last used, to the minute.
    package let lastUsed: Int64?
}
