import Community
import Git
import Glibc
import WikiCore

/// Why a command ends: one sentence for a person, and an exit code for a script.
struct Failure: Error {
    /// The exit codes of the design.
    enum Code: Int32 {
        /// Something was looked for and found wrong.
        case foundWrong = 1
        /// The command was called wrongly.
        case usage = 64
        /// An error of the program's own.
        case internalError = 70
        /// Input or output failed.
        case inputOutput = 74
    }

    let code: Code
    let sentence: String
    /// True where git can't read the repository.
    let isOfRepository: Bool

    init(_ code: Code, _ sentence: String, isOfRepository: Bool = false) {
        self.code = code
        self.sentence = sentence
        self.isOfRepository = isOfRepository
    }

    /// Says it on standard error, and ends the process.
    func report() -> Never {
        StandardError.write("stemma: \(sentence)\n")
        exit(code.rawValue)
    }

    /// Runs something, and turns every error into a sentence.
    static func wrapping<Value>(_ subject: String, _ body: () async throws -> Value) async throws -> Value {
        do {
            return try await body()
        } catch let failure as Failure {
            throw failure
        } catch let error as ConfigurationError {
            throw Failure(.usage, error.sentence)
        } catch let error as GitCommand.Failure {
            throw Failure(.inputOutput, "\(subject): \(error.description)")
        } catch let error as GitError {
            throw unreadable(subject, error)
        } catch WikiError.git(let error) {
            throw unreadable(subject, error)
        } catch WikiError.servedByOther {
            throw Failure(.inputOutput, "Another version of Stemma serves \(subject). Stop it, or use the command that belongs to it.")
        } catch WikiError.storage(let message) {
            throw Failure(.inputOutput, message)
        } catch let error as MemberError {
            throw Failure(error)
        } catch {
            throw Failure(.internalError, "\(subject): \(error)")
        }
    }

    private static func unreadable(_ subject: String, _ error: GitError) -> Failure {
        Failure(.inputOutput, "\(subject): git can't read this (\(error.message)).", isOfRepository: true)
    }
}
