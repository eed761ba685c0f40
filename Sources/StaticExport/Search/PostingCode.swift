/// Writes numbers and lists of documents in printable characters: small ones take one, those up to 3,505 two, those up to 36,629
/// three. A browser reads them from the text as it is, so nothing but the list that a query asks for is ever taken apart.
enum PostingCode {
    /// Every printable character of ASCII that a template literal holds as it is.
    static let alphabet = (UInt8(0x21)...0x7E).filter { !"$\\`".utf8.contains($0) }

    private static let values: [UInt8?] = (0...255).map { byte in alphabet.firstIndex(of: byte).map(UInt8.init) }
    private static let base = 91
    /// The first symbols of numbers with two, three and six characters, and the smallest such numbers.
    private static let (two, three, six) = (48, 86, 90)
    private static let (fromTwo, fromThree, fromSix) = (48, 48 + 38 * 91, 48 + 38 * 91 + 4 * 91 * 91)

    /// Writes a number from 0 up to 2³² and more.
    static func append(_ number: Int, to bytes: inout [UInt8]) {
        if number < fromTwo {
            bytes.append(alphabet[max(0, number)])
        } else if number < fromThree {
            let rest = number - fromTwo
            bytes.append(alphabet[two + rest / base])
            bytes.append(alphabet[rest % base])
        } else if number < fromSix {
            let rest = number - fromThree
            bytes.append(alphabet[three + rest / (base * base)])
            bytes.append(alphabet[rest / base % base])
            bytes.append(alphabet[rest % base])
        } else {
            var rest = number - fromSix
            let start = bytes.count
            for _ in 0..<5 {
                bytes.append(alphabet[rest % base])
                rest /= base
            }
            bytes.append(alphabet[six])
            bytes[start...].reverse()
        }
    }

    /// Reads all numbers; nil where the bytes are no such list.
    static func numbers(_ bytes: some Sequence<UInt8>) -> [Int]? {
        var numbers: [Int] = []
        var symbols = bytes.makeIterator()
        while let byte = symbols.next() {
            guard let first = values[Int(byte)].map(Int.init) else { return nil }
            let (count, origin, start) =
                first < two
                ? (0, 0, first) : first < three ? (1, fromTwo, first - two) : first < six ? (2, fromThree, first - three) : (5, fromSix, 0)
            var number = start
            for _ in 0..<count {
                guard let next = symbols.next(), let digit = values[Int(next)] else { return nil }
                number = number * base + Int(digit)
            }
            numbers.append(number + origin)
        }
        return numbers
    }

    /// Adds a document to a list: how far it is behind the one before, and its frequency where that is not 1.
    static func append(_ posting: Posting, after last: Int, to bytes: inout [UInt8]) {
        append((posting.number - last - 1) << 1 | (posting.frequency > 1 ? 1 : 0), to: &bytes)
        if posting.frequency > 1 { append(posting.frequency - 2, to: &bytes) }
    }

    /// A list of documents in rising order.
    static func list(_ postings: [Posting]) -> [UInt8] {
        var bytes: [UInt8] = []
        var last = -1
        for posting in postings {
            append(posting, after: last, to: &bytes)
            last = posting.number
        }
        return bytes
    }

    /// Reads a list of documents; nil where the bytes are none.
    static func postings(_ bytes: some Sequence<UInt8>) -> [Posting]? {
        guard let numbers = numbers(bytes) else { return nil }
        var postings: [Posting] = []
        var (last, place) = (-1, 0)
        while place < numbers.count {
            last += (numbers[place] >> 1) + 1
            let isOften = numbers[place] & 1 == 1
            guard last <= SearchIndex.numberLimit, !isOften || place + 1 < numbers.count else { return nil }
            postings.append(Posting(number: last, frequency: isOften ? numbers[place + 1] + 2 : 1))
            place += isOften ? 2 : 1
        }
        return postings
    }
}
