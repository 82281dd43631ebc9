import Storage

/// Tells people that the glass was broken, within the transaction in which it was: there is no breaking it that nobody
/// was told of.
public protocol GlassNews: Sendable {
    /// - Parameters:
    ///   - breaker: who did it. They are told too, for it may have been somebody else at their desk.
    ///   - witnesses: all others who oversee it.
    func tell(
        _ glass: BrokenGlass, of permission: Permission, by breaker: Participant, to witnesses: [Participant],
        in db: Writing) throws

    /// Tells whoever broke it that somebody else ended it.
    func tellEnded(_ glass: BrokenGlass, in db: Writing) throws
}
