import WikiCore
package import Wording

/// A summary that quotes what people wrote, a name or another summary, cut so that the whole keeps to the bound on summaries:
/// what the wiki itself proposes is never refused. The form and the API use the same.
package enum FittedSentence {
    /// One line.
    /// - Parameters:
    ///   - key: the sentence.
    ///   - name: which of its values is cut where it must be.
    ///   - limit: the most scalars of the whole.
    package static func text(_ key: String, _ values: [String: String], cutting name: String, to limit: Int, words: Phrasebook) -> String {
        func sentence(_ quoted: String) -> String {
            words.text(key, values.merging([name: quoted]) { $1 }.mapValues { .text($0) })
        }
        let quoted = values[name] ?? ""
        let whole = sentence(quoted)
        let excess = whole.unicodeScalars.count - limit
        guard excess > 0 else { return whole }
        let kept = quoted.unicodeScalars.prefix(max(0, quoted.unicodeScalars.count - excess - 1))
        return String(String.UnicodeScalarView(sentence("\(String(String.UnicodeScalarView(kept)))…").unicodeScalars.prefix(limit)))
    }
}

extension WikiSite {
    /// A summary that the wiki proposes, with one of its values cut to fit.
    func summary(_ key: String, _ values: [String: String], cutting name: String) -> String {
        FittedSentence.text(key, values, cutting: name, to: configuration.limits.summary, words: words)
    }
}
