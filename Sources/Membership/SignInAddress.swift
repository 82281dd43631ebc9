import Foundation

/// The one-time address by which the officer signs in, like a notebook server's token. There is always exactly one that
/// works; using it makes the next. It is told only to whoever runs the program.
public actor SignInAddress {
    /// An address nobody used for a day stops working (S33), and a new one is told.
    private static let lifetime: TimeInterval = 24 * 60 * 60

    private var token = SessionToken()
    private var madeAt: Date
    private var tell: (@Sendable (SessionToken) -> Void)?

    public init(at time: Date) {
        madeAt = time
    }

    /// Tells the address that works now, and from then on every new one.
    ///
    /// - Parameter tell: prints it where the operator sees it.
    public func announce(_ tell: @escaping @Sendable (SessionToken) -> Void) {
        self.tell = tell
        tell(token)
    }

    /// Whether this is the address that works now. Used or stale, it is replaced.
    public func use(_ offered: SessionToken, at time: Date) -> Bool {
        let isFresh = time.timeIntervalSince(madeAt) < Self.lifetime
        let isRight = offered == token
        if isRight || !isFresh { renew(at: time) }
        return isRight && isFresh
    }

    private func renew(at time: Date) {
        token = SessionToken()
        madeAt = time
        tell?(token)
    }
}
