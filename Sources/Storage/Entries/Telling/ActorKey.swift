extension Entry.Actor {
    /// Who it is, whatever they were called at the time. Written `member:…`, `job:nightly backup` or `command line`.
    public enum Key: Hashable, Sendable {
        /// By the identifier.
        case member(String)
        case job(String)
        case commandLine
    }

    public var key: Key {
        switch kind {
        case .member: .member(address)
        case .job: .job(address)
        case .commandLine: .commandLine
        }
    }

    /// The name that was shown at the time; for the command line the account, if it was known.
    public var shownName: String { name }

    /// As a sentence of what was done begins: “Fiona Gaffney”, “The program (nightly backup)”.
    public var inWords: String {
        switch key {
        case .member: shownName
        case .job(let name): "The program (\(name))"
        case .commandLine where shownName.isEmpty: "Somebody at the command line"
        case .commandLine: "\(shownName), at the command line,"
        }
    }
}

extension Entry.Actor.Key: LosslessStringConvertible {
    public init?(_ text: String) {
        if text == "command line" {
            self = .commandLine
            return
        }
        let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
        switch parts.first {
        case "member" where parts.count == 2: self = .member(parts[1])
        case "job" where parts.count == 2: self = .job(parts[1])
        default: return nil
        }
    }

    public var description: String {
        switch self {
        case .member(let address): "member:\(address)"
        case .job(let name): "job:\(name)"
        case .commandLine: "command line"
        }
    }

    var kind: Entry.Actor.Kind {
        switch self {
        case .member: .member
        case .job: .job
        case .commandLine: .commandLine
        }
    }

    var address: String {
        switch self {
        case .member(let address), .job(let address): address
        case .commandLine: ""
        }
    }
}
