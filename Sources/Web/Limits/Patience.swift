/// How long is waited for what somebody sends: half a minute whatever it is, and then for as long as it comes no slower than
/// over a bad telephone line. Each byte that arrives starts the server's own minute of waiting anew, so that without this
/// a body could be sent for days (S48).
struct Patience: Sendable {
    static let grace = Duration.seconds(30)
    /// Bytes a second, after that.
    static let slowest = 2_000

    /// For what is here already.
    static let endless = Patience(elapsed: { .zero })

    private let elapsed: @Sendable () -> Duration
    private let start: Duration

    /// - Parameter elapsed: time by a clock that is never set.
    init(elapsed: @escaping @Sendable () -> Duration) {
        self.elapsed = elapsed
        start = elapsed()
    }

    /// Asked whenever more has come.
    ///
    /// - Parameter bytes: how many have come altogether.
    /// - Throws: ``FormError/tooSlow``
    func check(_ bytes: Int) throws(FormError) {
        guard elapsed() - start <= Self.allowed(for: bytes) else { throw .tooSlow }
    }

    /// How long so many bytes may take.
    static func allowed(for bytes: Int) -> Duration {
        grace + .seconds(Double(bytes) / Double(slowest))
    }
}
