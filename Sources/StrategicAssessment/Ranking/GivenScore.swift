import Foundation
import Membership
import Storage

/// One person's score of a theme, or a published one that somebody entered.
public struct GivenScore: Sendable, Hashable {
    /// Who it is of: a person who scores for themselves, or a publication.
    public enum Scorer: Sendable, Hashable {
        case person(ID<Person>)
        case publication
    }

    public let theme: ID<Theme>
    public let criterion: Criterion
    public let scorer: Scorer
    /// 1 to 5; nil where the scorer would rather not say.
    public let score: Int?
    /// Why, in the scorer's words.
    public let reason: String
    /// Where it was published; empty of a person's own.
    public let source: String
    /// What whoever entered it was called: of a person's own, themselves.
    public let enteredBy: String
    public let at: Date
    /// Of a published one, what it rests on; nil of one that was entered before that was asked, which does not count.
    public var basis: ScoreBasis? = nil

    /// Whether a person gave it for themselves, and it is not a publication’s.
    var isOwn: Bool { scorer != .publication }

    /// Whether it is somebody’s own, or says what it rests on.
    var counts: Bool { isOwn || basis != nil }
}
