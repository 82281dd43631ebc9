/// Why a form could not be taken at all, before anybody looked at what it says.
public enum FormError: Error, Sendable, Hashable {
    /// - limit: the most that is taken, as it is read: "4 GB".
    case tooLarge(limit: String?)
    /// It came so slowly that somebody else could have done with the place.
    case tooSlow
    /// - what: a sentence saying what is wrong with it.
    case malformed(String)
    /// - what: a sentence saying why a file could not be kept.
    case storage(String)
}
