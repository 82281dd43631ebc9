/// The installation's key could not be had, or does not open something. Nothing of a key is ever repeated.
public enum KeyFault: Error, Hashable, Sendable, CustomStringConvertible {
    case missing(file: String)
    case unreadable(file: String, reason: String)
    /// Others on the machine can read it.
    case openToOthers(file: String)
    case notAKey(file: String, line: Int)
    case empty(file: String)
    /// What is to be opened was wrapped with a key that is not among these.
    case notHere
    /// It is not what was wrapped, or not in its place.
    case damaged
    case notWrapped

    public var description: String {
        switch self {
        case .missing(let file):
            "The file of the installation’s key, ‘\(file)’, is not there. Put your copy of it there. For a new "
                + "installation make one: (umask 077; openssl rand -base64 32 > ‘\(file)’)."
        case .unreadable(let file, let reason):
            "The file of the installation’s key, ‘\(file)’, can’t be used: \(reason)."
        case .openToOthers(let file):
            "The file of the installation’s key, ‘\(file)’, can be read by others. Close it: chmod 600."
        case .notAKey(let file, let line):
            "The file of the installation’s key, ‘\(file)’, line \(line): this is no key. A key is 32 bytes in Base64, "
                + "44 characters. Put your copy of the file there."
        case .empty(let file):
            "The file of the installation’s key, ‘\(file)’, has no key in it. Put your copy of it there."
        case .notHere: "It was wrapped with a key that is not here."
        case .damaged: "It is not what was wrapped, or not in its place."
        case .notWrapped: "It could not be wrapped."
        }
    }
}
