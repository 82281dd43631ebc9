import Foundation
import Storage

/// What somebody else did to how a person signs in.
public struct AccountChange: Sendable, Hashable {
    public enum Deed: Sendable, Hashable {
        /// To another address; nil where they have none any more.
        case emailChanged(to: EmailAddress?)
        /// A link was made by which a new password is chosen.
        case resetMade(takesSecondStep: Bool)
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
