/// Whose credit counts at once because of who pushes: the pusher's own, and everybody's where a reviewer does.
struct PushTrust {
    let records: Records
    let domain: String
    /// The pusher; nil where nobody is known.
    let pusher: Int64?
    /// True where the pusher's word is good for others.
    let isReviewer: Bool

    /// Trust in somebody who pushes now.
    init(in authority: Authority, _ records: Records, domain: String) {
        self.init(pusher: authority.account?.id, isReviewer: authority.role.map { $0 >= .reviewer } ?? false, records, domain: domain)
    }

    init(pusher: Int64?, isReviewer: Bool, _ records: Records, domain: String) {
        self.records = records
        self.domain = domain
        self.pusher = pusher
        self.isReviewer = isReviewer
    }

    /// True where this person's work counts without another word.
    func covers(_ person: AddressKey) throws -> Bool {
        if isReviewer { return true }
        guard let pusher else { return false }
        return try records.credited(person, domain: domain)?.id == pusher
    }
}
