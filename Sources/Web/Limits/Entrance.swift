/// What the sites of one program share: how much may be asked of all of them together, and what was.
public struct Entrance: Sendable {
    let doorway: Doorway
    let requests = RequestTally()

    /// - Parameters:
    ///   - limits: how much may be asked, and how much is worked on at once.
    ///   - elapsed: time by a clock that is never set, for the limits.
    public init(_ limits: Limits = Limits(), elapsed: @escaping @Sendable () -> Duration = Kit.sinceStart()) {
        doorway = Doorway(limits, elapsed: elapsed)
    }
}
