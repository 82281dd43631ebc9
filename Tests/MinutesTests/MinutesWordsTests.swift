import Storage
import Testing

@testable import Minutes

@Suite("Minutes tell what was done in its order, and each thing once")
struct MinutesWordsTests {
    private let item = MinutesHouse.items1
    private var place: Deed.QuestionPlace { .init(item: item, motion: "motion-1") }

    private func words(_ record: MinutesRecord) -> MinutesDocument.Item {
        MinutesDocument(record, numbers: [:]).items[2]
    }

    @Test("the first words of a motion stay when it is amended, and what was resolved stands after the vote")
    func amended() throws {
        var record = try MinutesRecord.with()
        try record.move()
        try record.take(
            .amend(item: item, motion: "motion-1", id: "a1", text: "The budget is accepted in part", mover: "dexter"))
        let amendment = Deed.QuestionPlace(item: item, motion: "motion-1", amendment: "a1")
        try record.take(.second(amendment, seat: "campbell"))
        try record.take(.vote(amendment, .affirmation))
        try record.take(.vote(place, .hands(.init(inFavour: 4, against: 1))))

        let decided = words(record).decisions[0]
        #expect(
            decided.before == [
                "Councillor Parsons moved, and Councillor Potts seconded, the motion ‘The budget is accepted’.",
                "Councillor Dexter moved, and Councillor Campbell seconded, an amendment, that the motion read "
                    + "‘The budget is accepted in part’.",
                "The amendment was agreed without a vote.",
                "The substantive motion, as amended, was carried (4 for, 1 against, 0 abstaining).",
            ])
        #expect(decided.style == "RESOLVED" && decided.points.map(\.text) == ["The budget is accepted in part"])
        #expect(decided.after.isEmpty)
    }

    @Test("what was carried as it was moved is told once, and what was not in its own words")
    func ends() throws {
        var record = try MinutesRecord.with()
        try record.move()
        var lost = record
        try record.take(.vote(place, .affirmation))
        #expect(
            words(record).decisions[0].before == [
                "Councillor Parsons moved, and Councillor Potts seconded, the motion.",
                "The motion was agreed without a vote.",
            ])
        try lost.take(.vote(place, .hands(.init(inFavour: 1, against: 4))))
        let decided = words(lost).decisions[0]
        #expect(decided.before[0].contains("‘The budget is accepted’") && decided.points.isEmpty)
        #expect(decided.before[1] == "The motion was lost (1 for, 4 against, 0 abstaining).")

        var lapsed = try MinutesRecord.with()
        try lapsed.move(seconded: nil)
        try lapsed.take(.lapse(place))
        #expect(
            words(lapsed).decisions[0].before == [
                "Councillor Parsons moved the motion ‘The budget is accepted’.",
                "The motion lapsed for want of a seconder.",
            ])
    }

    @Test("a motion and an amendment of several points are lists")
    func severalPoints() throws {
        var record = try MinutesRecord.with()
        try record.move()
        let text = "1. The budget is accepted\n2. The lamps are mended"
        try record.take(.amend(item: item, motion: "motion-1", id: "a1", text: text, mover: "dexter"))
        #expect(
            words(record).decisions[0].before[1...3] == [
                "Councillor Dexter moved an amendment, that the motion read:", "1. The budget is accepted",
                "2. The lamps are mended",
            ])
    }

    @Test("who voted how on an amendment is told, too")
    func namedAmendment() throws {
        var record = try MinutesRecord.with(of: MinutesHouse.meeting(decidesBudget: true))
        try record.move()
        try record.take(.amend(item: item, motion: "motion-1", id: "a1", text: "Otherwise", mover: "dexter"))
        let amendment = Deed.QuestionPlace(item: item, motion: "motion-1", amendment: "a1")
        try record.take(.second(amendment, seat: "campbell"))
        let names = Dictionary(uniqueKeysWithValues: MinutesHouse.seats.map { ($0, Vote.Choice.against) })
        try record.take(.vote(amendment, .recorded(names)))
        #expect(words(record).decisions[0].before.contains { $0.hasPrefix("Against (5): Councillor Saunders") })
    }

    @Test("an interest is told in full among the declarations, with its item, and referred to under the item")
    func declared() throws {
        var record = try MinutesRecord.with()
        try record.take(
            .declare(
                item: item,
                Declaration(
                    id: "d1", seat: "potts", kind: .pecuniary, nature: "his firm built the lamps", action: .leftRoom)))
        let items = MinutesDocument(record, numbers: [:]).items
        let full =
            "Councillor Potts declared a disclosable pecuniary interest: his firm built the lamps. "
            + "They left the room while the item was considered."
        #expect(items[1].notes == ["On item 3, ‘Budget 2016-17’: \(full)"])
        #expect(
            items[2].notes == ["Councillor Potts declared an interest in this item: see ‘Declarations of interest’."])
        #expect(MinutesDrafting(record).interests(on: item) == [full])
    }

    @Test("an interest in what is kept from the public stands under its item alone")
    func declaredInPrivate() throws {
        var record = try MinutesRecord.with(of: MinutesHouse.meeting(isWithheld: true))
        try record.take(
            .declare(
                item: item,
                Declaration(
                    id: "d1", seat: "potts", kind: .nonRegistrable, nature: "HEMLOCK is a neighbour", action: .stayed)))
        let items = MinutesDocument(record, numbers: [:]).items
        #expect(items[1].notes == ["There were no declarations of interest."])
        #expect(items[2].notes.joined().contains("HEMLOCK"))
    }
}
