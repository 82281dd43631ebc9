import Storage
import Testing

@testable import Membership

@Suite("From when until when something holds")
struct TermTests {
    @Test("it holds from its first day, and no more on the day it ends")
    func edges() throws {
        let term = try Term(from: .on("2016-02-09"), to: .on("2016-03-01"))
        #expect(!term.holds(on: try .on("2016-02-08")))
        #expect(term.holds(on: try .on("2016-02-09")))
        #expect(term.holds(on: try .on("2016-02-29")))
        #expect(!term.holds(on: try .on("2016-03-01")))
        #expect(try Term(from: .on("2016-02-09")).holds(on: .on("2099-01-01")))
    }

    @Test("it cannot end before it begins; ended the day it began, it never held")
    func order() throws {
        #expect(throws: MembershipRefusal.endsBeforeItBegins) {
            try Term(from: .on("2016-02-09"), to: .on("2016-02-08"))
        }
        let never = try Term(from: .on("2016-02-09"), to: .on("2016-02-09"))
        #expect(!never.holds(on: try .on("2016-02-09")))
        #expect(!never.meets(try Term(from: .on("2016-01-01"))))
    }

    @Test(
        "two meet where a day is in both",
        arguments: [
            ("2016-03-01", nil, false), ("2016-02-29", nil, true), ("2016-01-01", "2016-02-09", false),
            ("2016-01-01", "2016-02-10", true), ("2016-01-01", nil, true),
        ] as [(String, String?, Bool)])
    func meeting(from: String, to: String?, meets: Bool) throws {
        let term = try Term(from: .on("2016-02-09"), to: .on("2016-03-01"))
        let other = try Term(from: .on(from), to: to.map(Day.on))
        #expect(term.meets(other) == meets)
        #expect(other.meets(term) == meets)
    }
}

@Suite("How a membership stands")
struct MembershipStateTests {
    @Test("it goes only where it makes sense")
    func moves() {
        #expect(MembershipState.invited.deeds == [.confirm, .leave])
        #expect(MembershipState.active.deeds == [.suspend, .leave])
        #expect(MembershipState.suspended.deeds == [.resume, .leave])
        #expect(MembershipState.left.deeds == [.invite])
        #expect(MembershipState.left.after(.invite) == .invited)
        #expect(MembershipState.left.after(.resume) == nil)
    }
}

@Suite("An email address")
struct EmailAddressTests {
    @Test("it is kept in lower case", arguments: ["A.Person@Example.ORG", "o'neil+csp@thanet.gov.uk"])
    func good(text: String) {
        #expect(EmailAddress(text)?.description == text.lowercased())
    }

    @Test(
        "what cannot be one is not taken for one",
        arguments: [
            "", "a", "a@", "@b.uk", "a@b", "a@b..uk", "a@.uk", "a@b.uk.", "a b@c.uk", "a@b@c.uk", "<a@b.uk>", "a@b.uk,",
        ])
    func bad(text: String) {
        #expect(EmailAddress(text) == nil)
    }
}
