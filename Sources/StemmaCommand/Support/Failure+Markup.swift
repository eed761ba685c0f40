import Markup

extension Failure {
    /// Why a text was not rendered.
    /// - Parameter name: where the text stands, as the beginning of a sentence.
    init(_ error: MarkupError, of name: String) {
        let reason =
            switch error {
            case .timedOut: "it takes too long"
            case .crashed: "it takes more memory than a page may"
            case .tooLarge: "it is larger than a page may be"
            case .tooComplex: "it is nested deeper, or holds a larger table, than any page needs"
            case .notUTF8: "it is not UTF-8"
            case .outputTooLarge: "its HTML is larger than a page may be"
            case .workerUnavailable(let cause): "the program's own worker can't be used (\(cause))"
            }
        self.init(error.isLasting ? .foundWrong : .internalError, "\(name.printable) can't be rendered: \(reason).")
    }
}
