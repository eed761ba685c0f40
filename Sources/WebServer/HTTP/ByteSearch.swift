import Glibc

extension ArraySlice<UInt8> {
    /// The first place where `needle` stands. Linear in the slice where the needle's first byte does not come again in
    /// it, as it does not in a multipart delimiter; else at worst that times the needle's length.
    func firstRange(ofBytes needle: [UInt8]) -> Range<Int>? {
        guard let first = needle.first else { return nil }
        let offset: Int? = withUnsafeBytes { hay in
            guard let start = hay.baseAddress else { return nil }
            var place = 0
            while hay.count - place >= needle.count {
                guard let hit = memchr(start + place, Int32(first), hay.count - place - needle.count + 1) else { return nil }
                place = UnsafeRawPointer(hit) - start
                if memcmp(hit, needle, needle.count) == 0 { return place }
                place += 1
            }
            return nil
        }
        return offset.map { startIndex + $0..<startIndex + $0 + needle.count }
    }
}
