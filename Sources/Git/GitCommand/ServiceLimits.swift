import Glibc

/// What one `git` that serves a client may take, enforced by the system through `prlimit(1)`.
public struct ServiceLimits: Hashable, Sendable {
    /// The memory that one process may claim for itself, in bytes; mapped packs don't count.
    public var memory = 1 << 30
    /// The processor time of one process, in seconds.
    public var processorSeconds = 600
    /// How many processes and threads its user may have, this server's among them.
    public var processes = 16_384
    /// How many files one process may hold open.
    public var files = 1024
    /// The most bytes of a pack that a push may send.
    public var pack = 512 << 20
    /// After so many seconds in which a client takes nothing, `git upload-pack` gives up.
    public var stallSeconds = 120

    /// The limits of the product.
    public init() {}

    /// The options that `prlimit` gets before a command. Where this process may take less itself, so does the command.
    var options: [String] {
        let bounds = [
            ("data", RLIMIT_DATA, memory), ("cpu", RLIMIT_CPU, processorSeconds), ("nproc", Self.processResource, processes),
            ("nofile", RLIMIT_NOFILE, files),
        ]
        return ["--core=0"]
            + bounds.map { name, resource, wanted in
                var limit = rlimit()
                let isKnown = getrlimit(__rlimit_resource_t(resource.rawValue), &limit) == 0
                return "--\(name)=\(isKnown ? min(UInt(wanted), limit.rlim_max) : UInt(wanted))"
            }
    }

    /// `RLIMIT_NPROC`, which the C library defines by its other name.
    private static let processResource = __RLIMIT_NPROC
}
