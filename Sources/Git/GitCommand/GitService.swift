import Glibc
import Subprocess

/// One run of `git upload-pack` or `git receive-pack` for a client, with one baseline of safety: an environment of its own,
/// nobody's configuration, only the public references, objects checked and durable, bounds on memory, time and threads.
public struct GitService: Sendable {
    /// Which program.
    public enum Program: String, Hashable, Sendable {
        /// Serves clones and fetches.
        case uploadPack = "upload-pack"
        /// Takes pushes.
        case receivePack = "receive-pack"
    }

    /// How it speaks.
    public enum Manner: Hashable, Sendable {
        /// Says which references there are, and ends.
        case advertisement
        /// Answers one request and ends, as over HTTP.
        case request
        /// Talks until the client has what it wants, as over SSH.
        case conversation
    }

    /// What came of a run.
    public struct Outcome: Hashable, Sendable {
        /// True where the program says that all went well.
        public let succeeded: Bool
        /// True where a signal ended it, ours or the system's: then it cleaned up nothing.
        public let wasKilled: Bool
        /// The end of what it wrote to standard error, for logs.
        public let message: String

        /// Puts the parts together.
        public init(succeeded: Bool, wasKilled: Bool, message: String) {
            self.succeeded = succeeded
            self.wasKilled = wasKilled
            self.message = message
        }
    }

    /// The repository's folder; absolute.
    public let directory: String
    /// The full name of the one branch that clients see and push, besides tags.
    public let branch: String
    /// What it may take.
    public let limits: ServiceLimits
    /// The folder of hooks; nil for none.
    public var hooks: String?
    /// The version of git's protocol that the client asked for: 0, 1 or 2.
    public var protocolVersion = 0
    /// What the hooks shall find in their environment.
    public var variables: [String: String] = [:]

    /// Prepares to serve a repository.
    public init(directory: String, branch: String, limits: ServiceLimits) {
        self.directory = directory
        self.branch = branch
        self.limits = limits
    }

    /// The whole command after `prlimit` and its options.
    func arguments(_ program: Program, _ manner: Manner) -> [String] {
        var result = ["git"] + configuration.flatMap { ["-c", $0] } + [program.rawValue]
        if program == .uploadPack { result += ["--strict", "--timeout=\(limits.stallSeconds)"] }
        switch manner {
        case .advertisement: result += ["--stateless-rpc", "--advertise-refs"]
        case .request: result += ["--stateless-rpc"]
        case .conversation: break
        }
        return result + ["--end-of-options", directory]
    }

    private var configuration: [String] {
        [
            "safe.directory=*", "core.hooksPath=\(hooks ?? "/dev/null")", "core.fsync=all", "core.fsyncMethod=batch",
            // The last line that fits decides: everything is hidden but the branch and the tags.
            "transfer.hideRefs=refs", "transfer.hideRefs=!\(branch)", "transfer.hideRefs=!refs/tags",
            "gc.auto=0", "maintenance.auto=false", "protocol.allow=never",
            "core.bigFileThreshold=16m", "core.packedGitWindowSize=64m", "core.packedGitLimit=1g", "core.deltaBaseCacheLimit=64m",
            "pack.threads=2", "pack.windowMemory=64m", "pack.deltaCacheSize=64m",
            "uploadpack.allowFilter=true", "uploadpack.allowTipSHA1InWant=false", "uploadpack.allowReachableSHA1InWant=false",
            "uploadpack.allowAnySHA1InWant=false", "uploadpack.allowRefInWant=false", "uploadpackfilter.sparse:oid.allow=false",
            "receive.fsckObjects=true", "receive.maxInputSize=\(limits.pack)", "receive.denyNonFastForwards=true",
            "receive.denyDeletes=true", "receive.denyCurrentBranch=ignore", "receive.autogc=false", "receive.updateServerInfo=false",
            "receive.shallowUpdate=false", "receive.advertisePushOptions=false",
        ]
    }

    /// An allow list: of this process's own environment only what programs need to be found.
    var environment: [Environment.Key: String] {
        var result: [Environment.Key: String] = [
            "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_ATTR_NOSYSTEM": "1", "GIT_NO_REPLACE_OBJECTS": "1",
            "GIT_TERMINAL_PROMPT": "0", "GIT_ASKPASS": "/bin/true", "LC_ALL": "C.UTF-8", "HOME": "/nonexistent",
        ]
        for name in ["PATH", "LD_LIBRARY_PATH"] {
            guard let value = getenv(name), let key = Environment.Key(rawValue: name) else { continue }
            result[key] = String(cString: value)
        }
        if (1...2).contains(protocolVersion) { result["GIT_PROTOCOL"] = "version=\(protocolVersion)" }
        for (name, value) in variables {
            if let key = Environment.Key(rawValue: name) { result[key] = value }
        }
        return result
    }
}
