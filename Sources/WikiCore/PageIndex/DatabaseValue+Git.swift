import FoundationEssentials
import GRDB
import Git

extension ObjectID {
    var data: Data { Data(bytes) }

    init?(_ data: Data?) {
        guard let data else { return nil }
        self.init(bytes: data)
    }
}

extension ReadingRank {
    var data: Data { Data(bytes) }

    init(_ data: Data) {
        self.init(bytes: data)
    }
}

extension GitPath {
    var data: Data { Data(bytes) }

    init(_ data: Data) {
        self.init(bytes: data)
    }
}
