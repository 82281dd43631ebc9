import Foundation
import Storage

/// An entry as it is told to somebody who may read it.
public struct ActivityItem: Sendable, Hashable {
    /// What it was done to.
    public struct Thing: Sendable, Hashable {
        /// Its name, or what stands for it.
        public let name: String
        /// Where the reader can see it; nil where it is gone, or not theirs to open.
        public let path: String?
    }

    /// Its place in the chain.
    public let number: Int
    public let at: Date
    /// “Fiona Gaffney”, “The program (nightly backup)”, “You”.
    public let who: String
    /// “appointed somebody to the seat”; where it was refused, “tried to appoint somebody to the seat”.
    public let deed: String
    /// Nil where the deed says it all.
    public let thing: Thing?
    /// Why it was refused, if it was.
    public let refusal: String?
    /// The reason that was given, if one was.
    public let reason: String?
    /// What became of its fields: “Holder: Bo Commander”.
    public let changes: [String]
    /// Whether there is more to it that the reader may not see, or not any more.
    public let isCurtailed: Bool
    public let act: String
    public let subject: Entry.Subject

    public var isRefused: Bool { refusal != nil }

    /// The whole of it as a sentence, without its end.
    public var sentence: String {
        let what = "\(who) \(deed)\(thing.map { " \($0.name)" } ?? "")"
        return isRefused ? "\(what), and \(who == Self.oneself ? "were" : "was") refused" : what
    }

    static let oneself = "You"
}
