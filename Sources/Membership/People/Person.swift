import Foundation
import Storage

/// A human being, whatever partnerships they take part in. What they are called is each partnership's own record, so
/// that none can read or change what another wrote.
public enum Person {}

/// A person as a partnership knows them.
public struct Participant: Hashable, Sendable {
    public let id: ID<Person>
    public let details: PersonDetails
    public let state: MembershipState
    /// Since when it is in that state.
    public let since: Date
    /// Nil for whoever was entered, and has been sent nothing yet.
    public let invitation: Invitation?

    init(
        id: ID<Person>, details: PersonDetails, state: MembershipState, since: Date, invitation: Invitation? = nil
    ) {
        self.id = id
        self.details = details
        self.state = state
        self.since = since
        self.invitation = invitation
    }

    public var name: String { details.name }
}

/// That somebody was handed a link by which they come to take part.
public struct Invitation: Hashable, Sendable {
    public let sentAt: Date
    /// Until when the link works; nil where it was used, or has ended.
    public let linkEndsAt: Date?
}

/// What can be done to a membership.
public enum MembershipDeed: String, Sendable, CaseIterable {
    case confirm, suspend, resume, leave, invite

    /// "confirmed", as in "cannot be confirmed".
    var done: String {
        switch self {
        case .confirm: "confirmed"
        case .suspend: "suspended"
        case .resume: "taken up again"
        case .leave: "ended"
        case .invite: "invited again"
        }
    }
}

/// How a membership stands. Only an active one grants anything (S43).
public enum MembershipState: String, Sendable, CaseIterable, SQLConvertible {
    case invited, active, suspended, left

    /// The state after a deed; nil where the deed makes no sense.
    public func after(_ deed: MembershipDeed) -> MembershipState? {
        switch (self, deed) {
        case (.invited, .confirm): .active
        case (.active, .suspend): .suspended
        case (.suspended, .resume): .active
        case (.invited, .leave), (.active, .leave), (.suspended, .leave): .left
        case (.left, .invite): .invited
        default: nil
        }
    }

    /// What can be done now.
    public var deeds: [MembershipDeed] {
        MembershipDeed.allCases.filter { after($0) != nil }
    }
}

/// A person as they are entered or changed.
public struct PersonDetails: Hashable, Sendable {
    public let name: String
    /// By which they will sign in; nil for somebody who never will.
    public let email: EmailAddress?
    /// Whom they work for.
    public let agency: ID<Agency>?
    /// Shown to everybody where they are an agency’s liaison officer, and else to those who keep people.
    public let telephone: TelephoneNumber?

    public init(
        name: String, email: EmailAddress?, agency: ID<Agency>?, telephone: TelephoneNumber? = nil
    ) {
        self.name = name
        self.email = email
        self.agency = agency
        self.telephone = telephone
    }

    /// By surname: the last word first, apart from what stands in brackets.
    var sortName: String {
        let words = name.folded.split(separator: " ").filter { !$0.hasPrefix("(") }
        return ([words.last].compactMap(\.self) + words.dropLast()).joined(separator: " ")
    }
}

/// An email address, in lower case.
public struct EmailAddress: Hashable, Sendable, Codable, LosslessStringConvertible, SQLConvertible {
    public let description: String

    /// Nil for what cannot be one: it is not checked that somebody reads it.
    public init?(_ text: String) {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard text.utf8.count <= 254, parts.count == 2, (1...64).contains(parts[0].utf8.count) else { return nil }
        let labels = parts[1].split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count > 1, !labels.contains(""), !text.unicodeScalars.contains(where: Self.isOutOfPlace) else {
            return nil
        }
        description = text.lowercased()
    }

    /// As it stands in JSON: its text.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let address = EmailAddress(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not an email address")
        }
        self = address
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }

    private static func isOutOfPlace(_ character: Unicode.Scalar) -> Bool {
        character.properties.isWhitespace || character.properties.generalCategory == .control
            || "<>()[],;:\"\\".unicodeScalars.contains(character)
    }
}

/// A person among what says where they sit.
public struct SeatedPerson: Sendable {
    public let person: Participant
    public let agencies: [Agency]
    /// Their seats and the reader's, on the bodies those are on, and nothing besides.
    public let structure: Structure
}
