import Membership
import Storage

/// Somebody who wants to know what was done, with what they may know of. What nobody says is for them is not.
struct ActivityReader: Sendable {
    let member: ID<Person>
    let words: EntryWords
    private let permissions: Set<String>
    private let isOperator: Bool
    /// Whether others' deeds are for them, too.
    let mayReadActivity: Bool

    /// - Parameter declared: all permissions that the program declares.
    init(_ session: Session, of declared: Set<Permission>, words: EntryWords) {
        member = session.member.id
        self.words = words
        permissions = Set(declared.filter { session.may($0) }.map(\.name))
        isOperator = session.may(.lookAfterSystem)
        mayReadActivity = session.may(.readActivity)
    }

    /// The sorts of entries whose every part they may read.
    var sorts: Set<EntrySort> {
        Set(words.tellings.filter { mayRead($0.readers) }.map(\.sort))
    }

    /// Those that they may know of where they did it themselves, or where it is about them and personal.
    var ownSorts: Set<EntrySort> { Set(words.tellings.map(\.sort)) }
    var personalSorts: Set<EntrySort> { Set(words.tellings.filter(\.readers.isPersonal).map(\.sort)) }

    func mayRead(_ readers: EntryReaders) -> Bool {
        switch readers {
        case .holders(let permission): permissions.contains(permission)
        case .operators, .oneselfAndOperators: isOperator
        case .oneself, .installation: false
        }
    }

    func mayOpen(_ place: EntryPlace) -> Bool { permissions.contains(place.permission) }

    /// Whether an entry calls this very person by this.
    func isOneself(_ subject: Entry.Subject) -> Bool { Self.names(of: member).contains(subject) }

    /// What entries call somebody.
    static func names(of person: ID<Person>) -> [Entry.Subject] {
        [Entry.Subject("person", person), Entry.Subject("member", person)]
    }
}
