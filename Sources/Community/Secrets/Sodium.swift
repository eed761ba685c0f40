import CSodium

/// Bytes out of libsodium: random ones, hashes, and the base64 alphabets. C types stop here and in `Argon2id`.
enum Sodium {
    /// True once the library has chosen its implementations; asking again costs nothing.
    static let isReady = sodium_init() >= 0

    /// So many unpredictable bytes.
    static func random(_ count: Int) -> [UInt8] {
        _ = isReady
        return [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            guard let start = buffer.baseAddress else { return }
            randombytes_buf(start, count)
            filled = count
        }
    }

    /// BLAKE2b, 32 bytes.
    static func blake2b(_ bytes: [UInt8]) -> [UInt8] {
        _ = isReady
        var hash = [UInt8](repeating: 0, count: 32)
        crypto_generichash(&hash, hash.count, bytes, UInt64(bytes.count), nil, 0)
        return hash
    }

    /// SHA-256, as OpenSSH names keys.
    static func sha256(_ bytes: [UInt8]) -> [UInt8] {
        _ = isReady
        var hash = [UInt8](repeating: 0, count: 32)
        crypto_hash_sha256(&hash, bytes, UInt64(bytes.count))
        return hash
    }

    /// Base64 for addresses, without padding (RFC 4648, 5).
    static func base64URL(_ bytes: [UInt8]) -> String { encoded(bytes, sodium_base64_VARIANT_URLSAFE_NO_PADDING) }

    /// Base64 as in mail (RFC 4648, 4).
    static func base64(_ bytes: [UInt8], isPadded: Bool) -> String {
        encoded(bytes, isPadded ? sodium_base64_VARIANT_ORIGINAL : sodium_base64_VARIANT_ORIGINAL_NO_PADDING)
    }

    /// The bytes of a padded base64 text; nil for anything else.
    static func bytes(base64 text: [UInt8]) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: max(1, text.count / 4 * 3))
        var count = 0
        let characters = text.map { CChar(bitPattern: $0) }
        let result = sodium_base642bin(
            &bytes, bytes.count, characters, characters.count, nil, &count, nil, sodium_base64_VARIANT_ORIGINAL)
        return result == 0 ? Array(bytes.prefix(count)) : nil
    }

    private static func encoded(_ bytes: [UInt8], _ variant: Int32) -> String {
        var text = [CChar](repeating: 0, count: sodium_base64_encoded_len(bytes.count, variant))
        sodium_bin2base64(&text, text.count, bytes, bytes.count, variant)
        return String(decoding: text.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
