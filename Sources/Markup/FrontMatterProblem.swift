/// Why a front matter block was not read.
package enum FrontMatterProblem: Sendable, Equatable {
    /// Not YAML; `line` counts from 1 in the file, 0 where unknown.
    case notYAML(line: Int)
    /// YAML, but a list or a lone value instead of keys.
    case notKeys
    /// More than 64 KiB.
    case tooLarge
    /// Nested too deep, or too many references.
    case tooComplex
}
