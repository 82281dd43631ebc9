import Foundation
import ScratchDatabases
import Storage
import Testing
import Web

@testable import Administration

@Suite("What the activity is narrowed to stands in the address")
struct ActivityFilterTests {
    @Test("an address has what was chosen, and nothing of what was not")
    func address() {
        var typed = ActivityFilter.Typed()
        #expect(typed.address().text == "/activity" && typed.isEmpty)
        typed.who = "job:nightly backup"
        typed.from = "9/2/2016"
        #expect(typed.address(before: 31).text == "/activity?who=job%3Anightly%20backup&from=9%2F2%2F2016&before=31")
        #expect(!typed.isEmpty)
    }

    @Test(
        "days are read as people write them",
        arguments: ["9/2/2016", "9 February 2016", "2016-02-09", "9.2.2016", "9 feb 2016"])
    func days(text: String) throws {
        let filter = try ActivityFilter(ActivityFilter.Typed(from: text, until: text))
        #expect(filter.typed.from == text)
    }

    @Test(
        "a day that there is not is refused at its field, and so is an end before the beginning",
        arguments: [
            ("30/2/2016", "", "from"), ("", "yesterday", "until"), ("10/2/2016", "9/2/2016", "until"),
            ("9/2", "", "from"),
        ])
    func refused(from: String, until: String, field: String) {
        #expect {
            _ = try ActivityFilter(ActivityFilter.Typed(from: from, until: until))
        } throws: { error in
            (error as? Refusals)?[field] != nil
        }
    }

    @Test("a page knows whether there is newer and older")
    func parts() {
        let item = ActivityItem(
            number: 1, at: Scratch.noon, who: "Ada", deed: "signed in", thing: nil, refusal: nil, reason: nil,
            changes: [],
            isCurtailed: false, act: "signed in", subject: .init("member", "1"))
        let (full, more) = (Array(repeating: item, count: 30), Array(repeating: item, count: 31))
        #expect(ActivityPart(full, from: .newest).isAll)
        #expect(ActivityPart(more, from: .newest).hasOlder && ActivityPart(more, from: .newest).items.count == 30)
        #expect(!ActivityPart(full, from: .before(9)).hasOlder && ActivityPart(full, from: .before(9)).hasNewer)
        #expect(ActivityPart(more, from: .after(9)).hasNewer && !ActivityPart(full, from: .after(9)).hasNewer)
        #expect(ActivityPart(full, from: .after(9)).hasOlder)
        #expect(EntryPosition(before: "7", after: "9") == .before(7))
        #expect(EntryPosition(before: "x", after: "9") == .after(9))
        #expect(EntryPosition(before: nil, after: nil) == .newest)
    }
}

@Suite("A sentence says who did what")
struct ActivityItemTests {
    @Test("done and refused, by others and by oneself")
    func sentences() {
        func item(_ who: String, _ deed: String, refusal: String? = nil) -> ActivityItem {
            ActivityItem(
                number: 1, at: Scratch.noon, who: who, deed: deed, thing: .init(name: "Chair", path: nil),
                refusal: refusal, reason: nil, changes: [], isCurtailed: false, act: "", subject: .init("seat", ""))
        }
        #expect(item("Ada", "changed the seat").sentence == "Ada changed the seat Chair")
        #expect(
            item("Ada", "tried to change the seat", refusal: "No").sentence
                == "Ada tried to change the seat Chair, and was refused")
        #expect(
            item("You", "tried to change the seat", refusal: "No").sentence
                == "You tried to change the seat Chair, and were refused")
    }
}
