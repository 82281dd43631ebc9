import Foundation
import Membership
import ScratchDatabases
import Storage
import Testing

@testable import Participation

@Suite("What the public brings, by the rules")
struct SubmissionRulesTests {
    @Test(
        "What comes after the last moment is late, and what comes on the last day at an hour nobody noted is not",
        arguments: [
            ("2016-02-01", "23:59", false), ("2016-02-02", "17:00", false), ("2016-02-02", "17:01", true),
            ("2016-02-02", nil, false), ("2016-02-03", nil, true), ("2016-02-03", "09:00", true),
        ])
    func late(_ day: String, _ time: String?, _ isLate: Bool) throws {
        let hearing = try Samples.hearing()
        #expect(hearing.isLate(on: try #require(Day(day)), at: time.flatMap { TimeOfDay($0) }) == isLate)
    }

    @Test("where the whole last day counts, its last minute is in time")
    func wholeDay() throws {
        let hearing = Hearing(kind: .question, until: try #require(Day("2016-02-02")), cutoff: nil)
        #expect(!hearing.isLate(on: hearing.until, at: TimeOfDay("23:59")))
    }

    @Test("what no rule allows, what is late, and what is too long says so")
    func concerns() throws {
        var details = try Samples.details()
        #expect(details.concerns(at: [try Samples.hearing()]).isEmpty)

        details.words = Array(repeating: "word", count: 101).joined(separator: " ")
        details.receivedAt = TimeOfDay("17:01")
        #expect(
            details.concerns(at: [try Samples.hearing()]) == [
                "It came late: the last moment was 2 February 2016, 5.00 pm", "It has 101 words, and 100 are allowed",
            ])
        details.kind = .petition
        #expect(
            details.concerns(at: [try Samples.hearing()]) == [
                "No rule of this body says that the public may bring a petition"
            ])
    }

    @Test(
        "How to reach somebody is found in what they wrote, however it is written",
        arguments: [
            ("Write to joan.smith@example.org, please.", [PrivateDetail.email, .name]),
            ("Write to us@example.org.", [.email]),
            ("Ring 01843 577 186 after six.", [.telephone]), ("Ring (01843) 577186.", [.telephone]),
            ("Ring +44 1843 577186.", [.telephone]), ("I live at 12 HIGH street and cannot sleep.", [.address]),
            ("It is dark at CT91XZ.", [.postcode]), ("I, Joan Smith, ask why.", [.name]),
            ("Why are the lamps of Cecil Street out since 2014?", []), ("Joan of Arc had no lamps.", []),
            ("The budget fell from £2,011,000 to £1,900,000 in 2016/17.", []),
            ("See https://www.thanet.gov.uk/lamps for 148,133 of them.", []),
        ])
    func privateDetails(_ text: String, _ found: [PrivateDetail]) {
        #expect(PrivateDetail.found(in: text, of: Samples.contact, isNamed: false) == found)
    }

    @Test(
        "a surname alone and an email address in disguise are asked about, since they may be ordinary words",
        arguments: [
            ("Noise at Smith corner.", [Doubt.surname("Smith")]), ("What of the Smiths’ hedge?", [.surname("Smiths")]),
            ("Question of Mrs SMITH.", [.surname("SMITH")]), ("The blacksmith is loud.", []),
            ("Write to lavinia (at) mudge.example", [.disguisedEmail("lavinia (at) mudge.example")]),
            ("Write to lavinia [AT] mudge", [.disguisedEmail("lavinia [AT] mudge")]),
            ("Write to lavinia @ mudge.example", [.disguisedEmail("lavinia @ mudge.example")]),
            ("Write to lavinia at mudge dot example", [.disguisedEmail("lavinia at mudge dot example")]),
            ("Look at www.thanet.gov.uk, at 5.30 and at home.", []), ("They meet at noon. Then they go.", []),
        ])
    func doubts(_ text: String, _ found: [Doubt]) {
        #expect(Doubt.all(in: text, of: Samples.contact, isNamed: false) == found)
    }

    @Test("each half of a double name is one, and whoever agreed to be named is asked about nothing")
    func surnames() {
        var contact = Samples.contact
        contact.name = "Ann Mudge-Skrimshire"
        #expect(Doubt.all(in: "Skrimshire Lane", of: contact, isNamed: false) == [.surname("Skrimshire")])
        #expect(Doubt.all(in: "Skrimshire Lane", of: contact, isNamed: true).isEmpty)
        contact.name = "Skrimshire, Perdita"
        #expect(Doubt.all(in: "Skrimshire Lane", of: contact, isNamed: false) == [.surname("Skrimshire")])
        #expect(Doubt.all(in: "Perdita Lane", of: contact, isNamed: false).isEmpty)
    }

    @Test("whoever agreed to be named may be named in the words")
    func named() {
        let text = "I, Joan Smith, ask why."
        #expect(PrivateDetail.found(in: text, of: Samples.contact, isNamed: true).isEmpty)
    }

    @Test("without a name somebody is a resident of their ward, or a resident")
    func naming() {
        #expect(SubmissionDetails.Naming.resident(of: "Cliftonville West").words == "A resident of Cliftonville West")
        #expect(SubmissionDetails.Naming.resident(of: "").words == "A resident")
        #expect(SubmissionDetails.Naming.named("Joan Smith").words == "Joan Smith")
    }

    @Test("a decision is made of what waits, and what was decided can be withdrawn or waits again")
    func standing() {
        typealias Standing = Submission.Standing
        let all: [Standing] = [.waiting, .accepted(why: ""), .rejected(why: "x"), .withdrawn(why: "x")]
        let possible = all.map { from in all.map { from.mayBecome($0) } }
        #expect(
            possible == [
                [false, true, true, true], [false, false, false, true], [true, false, false, false],
                [true, false, false, false],
            ])
    }

    @Test("no character of their words is markup, and each line stays one")
    func words() throws {
        var details = try Samples.details()
        (details.subject, details.words) = ("*Lamps*", "# Why?\n\n<b>Now</b> [here](https://example.org)")
        let item = SubmissionItem(
            key: "public question", kind: .question, submissions: [Samples.submission(details)])
        #expect(
            item.paper
                == ##"""
                **1\. \*Lamps\***

                *A resident of Cliftonville West\, to the Chairman:*

                > \# Why\?
                >
                > \<b\>Now\<\/b\> \[here\]\(https\:\/\/example\.org\)
                """##)
    }

    @Test("what was accepted waits for the agenda by its sort, and again where the first item was published")
    func waiting() throws {
        let details = try Samples.details()
        var petition = details
        petition.kind = .petition
        let first = SubmissionItem.waiting(among: [Samples.submission(details), Samples.submission(petition)])
        #expect(first.map(\.key) == ["public question", "public petition"])
        #expect(first.map(\.title) == ["Questions from the public", "Petitions"])

        let later = SubmissionItem.waiting(among: [
            Samples.submission(details, on: "public question"), Samples.submission(details),
        ])
        #expect(later.map(\.key) == ["public question 2"])
        #expect(later.map(\.title) == ["Further questions from the public"])
        #expect(SubmissionItem.kind(of: "public question 2") == .question)
        #expect(SubmissionItem.kind(of: "actions") == nil)
    }
}

/// A question of a resident, and the meeting it is put to.
enum Samples {
    static let contact = Submission.Contact(
        name: "Joan Smith", address: "12 High Street, Margate, CT9 1XZ", email: "joan.smith@example.org",
        telephone: "01843 577186")

    static func hearing() throws -> Hearing {
        Hearing(
            kind: .question, until: try #require(Day("2016-02-02")), cutoff: TimeOfDay("17:00"), words: 100, minutes: 3)
    }

    static func details() throws -> SubmissionDetails {
        SubmissionDetails(
            kind: .question, naming: .resident(of: "Cliftonville West"), receivedOn: try #require(Day("2016-02-02")),
            receivedAt: TimeOfDay("16:30"), subject: "Lamps", words: "Why are they out?", putTo: "the Chairman")
    }

    static func meeting(open: Set<String> = [], published: Set<String> = []) throws -> HeardMeeting {
        HeardMeeting(
            id: id, title: "Overview & Scrutiny Panel, 9 February 2016", day: try #require(Day("2016-02-09")),
            hearings: [try hearing()], openItems: open, publishedItems: published)
    }

    static let id = Identities.system.new(HeardMeeting.self, at: Scratch.noon)

    static func submission(_ details: SubmissionDetails, on key: String? = nil) -> Submission {
        Submission(
            id: Identities.system.new(at: Scratch.noon), meeting: id, details: details, contact: contact,
            standing: .accepted(why: ""), answer: nil, agendaKey: key, enteredBy: "Priya Nair", revision: 1)
    }
}
