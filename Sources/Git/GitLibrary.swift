import CLibgit2

/// The process-wide state of libgit2: started once, with the options that Stemma stands on.
enum GitLibrary {
    /// Starts the library at the first use; every `Repository` asks for it.
    static let start: Void = {
        git_libgit2_init()
        // Local reads are not hashed again: verification happens on receive and in `stemma check`.
        _ = stemma_git_set_strict_hash_verification(0)
        // Looking up every entry of a written tree dominates a save in a wide folder.
        _ = stemma_git_set_strict_object_creation(0)
        // Durability is ours: one flush for a whole batch, before the reference moves (`Repository.flushObjects`).
        _ = stemma_git_set_fsync_gitdir(0)
        // Only commits and small trees are ever cached; a crawler that walks a long history would fill the usual 256 MiB with them.
        _ = stemma_git_set_cache_max_size(8 << 20)
        // A data folder is opened by the server's own configuration, not found by chance.
        _ = stemma_git_set_owner_validation(0)
        // Nothing of the machine's or the person's git configuration reaches the wiki.
        for level in [GIT_CONFIG_LEVEL_SYSTEM, GIT_CONFIG_LEVEL_XDG, GIT_CONFIG_LEVEL_GLOBAL, GIT_CONFIG_LEVEL_PROGRAMDATA] {
            _ = stemma_git_set_search_path(level.rawValue, "")
        }
    }()
}
