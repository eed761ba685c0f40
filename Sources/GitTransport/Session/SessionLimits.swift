/// How long a client may take, and how many are served at once.
package struct SessionLimits: Hashable, Sendable {
    /// How many clones and fetches run at once.
    package var clones = 8
    /// How many pushes run at once.
    package var pushes = 4
    /// How long one who comes later waits for a place.
    package var patience = Duration.seconds(5)
    /// After how many seconds one who found none may come again.
    package var retryAfter = 10
    /// How long a client that has a place may stand still while others wait for one. A line of a few hundred bytes a second moves.
    package var standstill = Duration.seconds(60)
    /// How long a client may send nothing of what it wants to fetch.
    package var requestStall = Duration.seconds(30)
    /// How long all of that may take to come.
    package var request = Duration.seconds(300)
    /// How long a client may take to take bytes.
    package var writeStall = Duration.seconds(120)
    /// How long a client may take to send bytes: it packs a long history meanwhile.
    package var readStall = Duration.seconds(900)
    /// How long a clone may take altogether.
    package var clone = Duration.seconds(4 * 3600)
    /// How long a push may take altogether.
    package var push = Duration.seconds(3600)
    /// How long a client of a push may go on sending after its answer, so that it gets to see that answer.
    package var drain = Duration.seconds(600)
    /// The most bytes of a request to fetch: what the client wants and has.
    package var fetchRequest = 16 << 20
    /// The most bytes of all requests together that have no place yet; a quarter of them for one account or network.
    package var waitingRoom = 64 << 20
    /// How many say at once which references there are: a moment's work, for which nobody is waited for.
    package var listings = 8

    /// The limits of the product.
    package init() {}
}
