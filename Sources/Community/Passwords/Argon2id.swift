import CSodium
import Glibc

/// The password hash itself: blocking calls into libsodium, each as costly as it is told to be.
enum Argon2id {
    /// The hash could not be computed: the memory that it asks for is not there.
    struct OutOfMemory: Error {}

    /// A hash with a new salt, in the text form that names its own parameters.
    static func hash(_ password: [UInt8], cost: PasswordCost) throws(OutOfMemory) -> String {
        guard Sodium.isReady else { throw OutOfMemory() }
        var text = [CChar](repeating: 0, count: crypto_pwhash_argon2id_strbytes())
        let characters = password.map { CChar(bitPattern: $0) }
        guard
            crypto_pwhash_argon2id_str(&text, characters, UInt64(characters.count), UInt64(cost.operations), cost.memory) == 0
        else { throw OutOfMemory() }
        return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// True where the hash is of this password.
    static func verify(_ password: [UInt8], against hash: String) throws(OutOfMemory) -> Bool {
        guard Sodium.isReady else { throw OutOfMemory() }
        let characters = password.map { CChar(bitPattern: $0) }
        errno = 0
        if crypto_pwhash_argon2id_str_verify(padded(hash), characters, UInt64(characters.count)) == 0 { return true }
        // libsodium answers alike for another password and for memory that it did not get.
        guard errno != ENOMEM else { throw OutOfMemory() }
        return false
    }

    /// True where a hash was made with another cost.
    static func isOutdated(_ hash: String, cost: PasswordCost) -> Bool {
        crypto_pwhash_argon2id_str_needs_rehash(padded(hash), UInt64(cost.operations), cost.memory) != 0
    }

    /// The text in the fixed size that the library reads.
    private static func padded(_ hash: String) -> [CChar] {
        let size = crypto_pwhash_argon2id_strbytes()
        let characters = hash.utf8.prefix(size - 1).map { CChar(bitPattern: $0) }
        return characters + [CChar](repeating: 0, count: size - characters.count)
    }
}
