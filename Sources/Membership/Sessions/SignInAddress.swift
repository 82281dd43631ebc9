import Foundation
import Storage

/// The one-time address by which one person signs in, like a notebook server's token. There is always exactly one that
/// works; using it makes the next. It is told only to whoever runs the program.
public actor SignInAddress {
    /// An address nobody used for a day stops working (S33), and a new one is told.
    private static let lifetime: TimeInterval = 24 * 60 * 60

    /// Whom it signs in.
    public nonisolated let person: ID<Person>
    /// Who that is, for whoever runs the program: “the clerk, Priya Nair (fictional)”.
    public nonisolated let title: String
    private var token = SessionToken()
    private var madeAt: Date
    private var tell: (@Sendable (SessionToken) -> Void)?

    public init(
        for person: ID<Person> = FirstOfficerStore.person, titled title: String = "the partnership’s officer",
        at time: Date
    ) {
        self.person = person
        self.title = title
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
