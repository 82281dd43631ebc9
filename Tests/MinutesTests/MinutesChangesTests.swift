import Storage
import Testing

@testable import Minutes

@Suite("What is different between two published versions of minutes is told by what it is")
struct MinutesChangesTests {
    private static let item = MinutesHouse.items1
    private static let numbers = [item: 41]

    /// What is told once something more was done, after a motion was carried.
    private func told(isWithheld: Bool = false, _ more: (inout MinutesRecord) throws -> Void) throws -> [String] {
        var record = try MinutesRecord.with(of: MinutesHouse.meeting(isWithheld: isWithheld))
        try record.take(
            .decide(item: Self.item, Decision(id: "budget", style: .resolved, text: "The budget is agreed")))
        let old = MinutesDocument(record, numbers: Self.numbers)
        try more(&record)
        return MinutesChanges(from: old, to: MinutesDocument(record, numbers: Self.numbers)).sentences
    }

    @Test("a decision that was taken out, or put in, is told with its words")
    func decisions() throws {
        #expect(
            try told { try $0.take(.strike(item: Self.item, id: "budget")) }
                == ["Minute 41, ‘Budget 2016-17’: ‘RESOLVED The budget is agreed’ was taken out."])
        #expect(
            try told {
                try $0.take(
                    .decide(item: Self.item, Decision(id: "x", style: .recommended, to: "Cabinet", text: "More lamps")))
            } == ["Minute 41, ‘Budget 2016-17’: ‘RECOMMENDED to Cabinet More lamps’ was put in."])
    }

    @Test("what was said, who was there and when it closed are told apart")
    func others() throws {
        #expect(
            try told { try $0.take(.discussion(item: Self.item, text: "At length.")) }
                == ["Minute 41, ‘Budget 2016-17’: what was said was changed."])
        #expect(try told { try $0.take(.others("A director")) } == ["Who was there was put right."])
        #expect(try told { try $0.take(.close(time: "20:25")) } == ["When the meeting was closed was put right."])
        #expect(try told { _ in } == [])
    }

    @Test("of what is kept from the public nothing is told but that its summary was changed")
    func withheld() throws {
        #expect(try told(isWithheld: true) { try $0.take(.discussion(item: Self.item, text: "Secret.")) } == [])
        #expect(
            try told(isWithheld: true) {
                try $0.take(.summary(item: Self.item, Deed.Summary(text: "A contract was let.", isNotNeeded: false)))
            }
                == ["Minute 41, ‘Budget 2016-17’: what the public is told in its place was changed."])
    }

    @Test("the minutes of the meeting that confirms others must say so first, where they were on its agenda")
    func confirming() throws {
        let earlier = MinutesHouse.meeting()
        var later = MinutesRecord(of: MinutesHouse.meeting(12, day: Day("2016-02-09"), confirming: earlier))
        for seat in MinutesHouse.seats { try later.take(.attend(seat: seat, Attendance(.present))) }
        let item = try #require(later.meeting.items.last)
        #expect(throws: MinutesRefusal.notMinuted("9 February 2016", 3, "Budget 2016-17")) {
            try Confirming.check(earlier, in: later)
        }
        try later.take(.decide(item: item.key, Decision(id: "agreed", style: .resolved, text: "That they are agreed")))
        try Confirming.check(earlier, in: later)
        // Of others, it says nothing.
        try Confirming.check(MinutesHouse.meeting(13), in: later)
    }

    @Test("an addendum that is nowhere in the words of the decision is asked for")
    func addendum() throws {
        func decision(_ text: String) -> Decision {
            Decision(id: "x", style: .resolved, text: text, about: "r1", outcome: "agreed with an addendum")
        }
        #expect(throws: MinutesRefusal.self) { try decision("That the plan is adopted").check() }
        try decision("That the plan is adopted, with the addendum that it names owners").check()
    }
}
