import Community
import WikiCore

extension PushRefusal {
    /// The refusal that stands for any error before a push is let in.
    init(_ error: any Error) {
        switch error {
        case let refusal as PushRefusal: self = refusal
        case WikiError.busy, WikiError.closing, MemberError.busy: self = .busy
        case is CancellationError, is Deadline.Passed: self = .busy
        default: self = .broken("\(error)")
        }
    }
}
