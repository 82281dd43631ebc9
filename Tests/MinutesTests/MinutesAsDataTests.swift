import Foundation
import Publishing
import Testing

@testable import Minutes

@Suite("Published minutes say as data what their page says, and no more")
struct MinutesAsDataTests {
    private func data(isWithheld: Bool, _ change: (inout MinutesRecord) throws -> Void) throws -> PublishedMinutes {
        var record = try MinutesRecord.with(
            ["saunders", "parsons", "potts"], of: MinutesHouse.meeting(isWithheld: isWithheld))
        try change(&record)
        return PublishedMinutes(MinutesDocument(record, numbers: [:]), record, year: 2015, confirmedOn: nil)
    }

    @Test("who came, who sent apologies, and for whom somebody sat in")
    func attendance() throws {
        let data = try data(isWithheld: false) { record in
            try record.take(.attend(seat: "dexter", Attendance(.substituted, substitute: "Councillor Gregory")))
            try record.take(.attend(seat: "campbell", Attendance(.apologies)))
        }
        #expect(data.attendance.map(\.presence) == [.present, .present, .present, .substituted, .apologies])
        #expect(data.attendance[3].name == "Councillor Dexter" && data.attendance[3].substitute == "Councillor Gregory")
    }

    @Test("what was carried is a decision, and what was lost or not decided is none")
    func decisions() throws {
        let data = try data(isWithheld: false) { record in
            try record.move()
            try record.take(
                .vote(.init(item: MinutesHouse.items1, motion: "motion-1"), .affirmation))
            try record.move("motion-2", style: .recommended)
        }
        let budget = try #require(data.items.first { $0.title == "Budget 2016-17" })
        #expect(budget.decisions == [.init(style: "RESOLVED", points: ["The budget is accepted"])])
    }

    @Test("of an item that is kept from the public there is nothing")
    func withheld() throws {
        let data = try data(isWithheld: true) { record in
            try record.take(.discussion(item: MinutesHouse.items1, text: "HEMLOCK asks"))
            try record.take(
                .decide(item: MinutesHouse.items1, Decision(id: "d", style: .resolved, text: "HEMLOCK is paid")))
        }
        #expect(data.items.map(\.title) == ["Apologies for absence", "Declarations of interest"])
        #expect(!String(decoding: try JSONEncoder().encode(data), as: UTF8.self).contains("HEMLOCK"))
    }
}
