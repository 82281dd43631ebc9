import Storage
import Testing

@testable import Minutes

@Suite("What is exempt is decided in private only if the meeting resolved so (LGA 1972 s.100A(4), D76)")
struct ExclusionTests {
    /// A meeting with a resolution, an exempt item and a confidential one.
    private static func meeting(withResolution: Bool = true) -> MinutedMeeting {
        let known = MinutesHouse.meeting()
        let items: [MinutedMeeting.Item] = [
            .init(key: "open", number: 1, kind: .other, title: "Lamps", lateReason: "", isWithheld: false),
            .init(
                key: "exclusion", number: 2, kind: .exclusion, title: "Exclusion of press and public", lateReason: "",
                isWithheld: false, proposal: ["That the press and public are excluded for item 3."]),
            .init(
                key: "contract", number: 3, kind: .other, title: "Contract", lateReason: "", isWithheld: true,
                isByResolution: true),
            .init(key: "lease", number: 4, kind: .other, title: "Lease", lateReason: "", isWithheld: true),
        ].filter { withResolution || $0.kind != .exclusion }
        return MinutedMeeting(
            id: known.id, body: known.body, called: known.called, rules: known.rules, seats: known.seats, items: items,
            isReadByMember: true, announced: nil)
    }

    private func decide(_ item: String, _ style: Decision.Style = .resolved) -> Deed {
        .decide(item: item, Decision(id: "decision-\(item)-\(style)", style: style, text: "So it is"))
    }

    private let refusal = MinutesRefusal.notExcluded(3, "Contract", "item 2, ‘Exclusion of press and public’")

    @Test("without the resolution it is refused with where to enter it, and with it taken")
    func resolved() throws {
        var record = try MinutesRecord.with(of: Self.meeting())
        #expect(throws: refusal) { try record.take(decide("contract")) }
        try record.take(decide("exclusion", .noted))
        #expect(throws: refusal, "noted is not resolved") { try record.take(decide("contract")) }

        try record.take(decide("exclusion"))
        try record.take(decide("contract"))
        #expect(Circulating(record, on: record.meeting.called.day).obstacles.isEmpty)
    }

    @Test("a resolution that was lost excludes nobody, and one by a motion that was carried does")
    func motions() throws {
        var record = try MinutesRecord.with(of: Self.meeting())
        for (id, isCarried) in [("m1", false), ("m2", true)] {
            let place = Deed.QuestionPlace(item: "exclusion", motion: id)
            try record.take(
                .move(item: "exclusion", Decision(id: id, style: .resolved, text: "Exclude them"), mover: "parsons"))
            try record.take(.second(place, seat: "potts"))
            let count = isCarried ? Vote.Count(inFavour: 3, against: 2) : Vote.Count(inFavour: 2, against: 3)
            try record.take(.vote(place, .hands(count)))
            #expect((record.refusalInPrivate(of: "contract") == nil) == isCarried)
        }
    }

    @Test("from what is confidential the public is excluded by law, without a resolution")
    func confidential() throws {
        var record = try MinutesRecord.with(of: Self.meeting())
        try record.take(decide("lease"))
        #expect(Circulating(record, on: record.meeting.called.day).obstacles.isEmpty)
    }

    @Test(
        "what was written in private without it is not sent round, and says what to do where the agenda asks for none")
    func circulated() throws {
        var record = try MinutesRecord.with(of: Self.meeting(withResolution: false))
        try record.take(.discussion(item: "contract", text: "HEMLOCK asks for more."))
        let obstacles = Circulating(record, on: record.meeting.called.day).obstacles
        #expect(obstacles.count == 1)
        #expect(obstacles.first?.contains("put the exclusion of press and public on the agenda before it") == true)
    }
}
