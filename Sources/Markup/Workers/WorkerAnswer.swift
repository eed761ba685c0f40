/// What a worker sends back for one page: a code, its own memory, and the encoded document.
struct WorkerAnswer {
    /// The first byte of the answer.
    enum Code: UInt8 {
        case document = 0
        case tooComplex = 1
        case notUTF8 = 2
        case outputTooLarge = 3
        case tooLarge = 4
        case ready = 255
    }

    static let headSize = 5

    var code: Code
    var residentBytes: Int
    var payload: [UInt8]

    init(code: Code, residentBytes: Int, payload: [UInt8] = []) {
        self.code = code
        self.residentBytes = residentBytes
        self.payload = payload
    }

    init?(_ bytes: [UInt8]) {
        guard bytes.count >= Self.headSize, let code = Code(rawValue: bytes[0]) else { return nil }
        self.code = code
        let kibibytes = bytes[1..<5].reversed().reduce(0) { $0 << 8 | Int($1) }
        residentBytes = kibibytes << 10
        payload = Array(bytes[Self.headSize...])
    }

    init(_ error: MarkupError, residentBytes: Int) {
        let code: Code =
            switch error {
            case .notUTF8: .notUTF8
            case .outputTooLarge: .outputTooLarge
            case .tooLarge: .tooLarge
            case .tooComplex, .timedOut, .crashed, .workerUnavailable: .tooComplex
            }
        self.init(code: code, residentBytes: residentBytes)
    }

    var bytes: [UInt8] {
        let kibibytes = residentBytes >> 10
        return [code.rawValue] + (0..<4).map { UInt8(truncatingIfNeeded: kibibytes >> (8 * $0)) } + payload
    }

    func result() throws(MarkupError) -> Result<Document, MarkupError> {
        switch code {
        case .document:
            do throws(DecodingFailure) {
                return .success(try Document(decoding: payload))
            } catch {
                throw .crashed
            }
        case .tooComplex: return .failure(.tooComplex)
        case .notUTF8: return .failure(.notUTF8)
        case .outputTooLarge: return .failure(.outputTooLarge)
        case .tooLarge: return .failure(.tooLarge)
        case .ready: throw .crashed
        }
    }
}
