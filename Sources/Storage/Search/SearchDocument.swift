/// A thing as search knows it: what it is called, what is written in it, and who may find it.
///
/// What is put here lies in the records as it is, folded and whole: never the text of a case or a note on one (S85).
public struct SearchDocument: Sendable, Hashable {
    /// What sort of thing it is, as entries name it: “agency”.
    public struct Kind: Hashable, Sendable, SQLConvertible, LosslessStringConvertible {
        public let description: String

        public init(_ name: String) {
            description = name
        }
    }

    public let kind: Kind
    /// Its identifier among those of its kind.
    public let subject: String
    /// Who may find it; nil for every member of the partnership.
    public let audience: SearchAudience?
    public let title: String
    /// Plain words, without markup.
    public let text: String
    /// The first day on which it is found no more; nil where it has no end.
    public let endsOn: Day?

    public init<Subject>(
        _ kind: Kind, _ subject: ID<Subject>, title: String, text: String, audience: SearchAudience?,
        endsOn: Day? = nil
    ) {
        self.init(kind, called: subject.description, title: title, text: text, audience: audience, endsOn: endsOn)
    }

    /// - Parameter subject: what it is called among those of its kind.
    public init(
        _ kind: Kind, called subject: String, title: String, text: String, audience: SearchAudience?,
        endsOn: Day? = nil
    ) {
        (self.kind, self.subject, self.title, self.text) = (kind, subject, title, text)
        (self.audience, self.endsOn) = (audience, endsOn)
    }
}

/// Those who may find a thing: the holders of the permission of this name.
public struct SearchAudience: Hashable, Sendable, SQLConvertible, LosslessStringConvertible {
    /// Whoever asks, member or not: of what was published. No permission is called so.
    public static let everybody = SearchAudience("everybody")

    public let description: String

    /// - Parameter permission: the permission's name.
    public init(_ permission: String) {
        description = permission
    }
}
