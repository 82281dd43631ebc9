import Foundation
import Storage

/// What became of how a person signs in.
public struct AccountChange: Sendable, Hashable {
    public enum Deed: Sendable, Hashable {
        /// To another address; nil where they have none any more.
        case emailChanged(to: EmailAddress?)
        /// A link was made by which a new password is chosen.
        case resetMade(takesSecondStep: Bool)
        /// Whoever was signed in as them changed it, and knew the old one.
        case passwordChanged
        /// By a link that was made for them.
        case passwordChosen
        case secondStepSet
        case secondStepRemoved
        case recoveryCodesMade
        /// To sign in; so many are left.
        case recoveryCodeUsed(left: Int)

        /// Whether it was done as the person themselves, and not by somebody who looks after people.
        public var isOwn: Bool {
            switch self {
            case .emailChanged, .resetMade: false
            case .passwordChanged, .passwordChosen, .secondStepSet, .secondStepRemoved, .recoveryCodesMade,
                .recoveryCodeUsed:
                true
            }
        }
    }

    public let deed: Deed
    public let person: ID<Person>
    public let name: String
    /// Where they were written to until then.
    public let email: EmailAddress?
    public let at: Date

    public init(_ deed: Deed, of person: ID<Person>, named name: String, at email: EmailAddress?, on time: Date) {
        (self.deed, self.person, self.name, self.email, at) = (deed, person, name, email, time)
    }
}

/// Tells people what became of how they sign in, within the transaction in which it did.
public protocol AccountNews: Sendable {
    func tell(_ change: AccountChange, in db: Writing) throws
}

extension Writing {
    /// Tells somebody who takes part here what became of how they sign in.
    func tell(
        _ news: (any AccountNews)?, _ deed: AccountChange.Deed, of person: ID<Person>, at time: Date
    ) throws {
        guard let news, let known = try participant(person) else { return }
        try news.tell(
            AccountChange(deed, of: person, named: known.name, at: known.details.email, on: time), in: self)
    }
}
