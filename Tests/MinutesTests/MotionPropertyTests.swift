import ScratchDatabases
import Testing

@testable import Minutes

@Suite("Whatever is tried in whatever order, a motion goes its way only once")
struct MotionPropertyTests {
    private static let tries = 60

    @Test("no motion is carried and amended later, and none is carried that could not be", arguments: 1...200)
    func ways(seed: Int) throws {
        var chance = SeededChance(seed: UInt64(seed))
        var record = try MinutesRecord.with(of: MinutesHouse.meeting(decidesBudget: seed.isMultiple(of: 5)))
        let item = MinutesHouse.items1
        for step in 0..<Self.tries {
            let before = record[item].motions
            let deed = Self.deed(step, item, record, &chance)
            guard (try? record.take(deed)) != nil else {
                #expect(record[item].motions == before, "what was refused changed nothing")
                continue
            }
            if case .strike = deed { continue }
            for old in before where !old.state.isOpen {
                #expect(record[item].motions.first { $0.id == old.id } == old, "\(old.state) is for good")
            }
            for motion in record[item].motions { Self.check(motion, record) }
        }
    }

    private static func check(_ motion: Motion, _ record: MinutesRecord) {
        for question in [motion.question] + motion.amendments {
            #expect(question.seconder != question.mover)
            if question.state == .carried || question.state == .lost {
                #expect(question.seconder != nil && question.vote != nil)
                #expect(question.vote?.isCarried == (question.state == .carried))
                if record.meeting.rules.decidesBudget { #expect(question.vote?.way == .recorded) }
            }
            if let vote = question.vote { #expect(vote.casting == nil || vote.isTied) }
        }
        #expect(motion.amendments.filter(\.state.isOpen).count <= (motion.state == .seconded ? 1 : 0))
        let last = motion.amendments.last { $0.state == .carried }
        #expect(motion.decision.text == last?.text ?? motion.question.text)
    }

    private static func deed(
        _ step: Int, _ item: String, _ record: MinutesRecord, _ chance: inout SeededChance
    ) -> Deed {
        let seat = MinutesHouse.seats.randomElement(using: &chance) ?? ""
        let motion = record[item].motions.randomElement(using: &chance)
        let amendment = Bool.random(using: &chance) ? motion?.amendments.randomElement(using: &chance)?.id : nil
        let place = Deed.QuestionPlace(item: item, motion: motion?.id ?? "none", amendment: amendment)
        switch Int.random(in: 0..<14, using: &chance) {
        case 0: return .attend(seat: seat, Attendance(Bool.random(using: &chance) ? .present : .apologies))
        case 1, 2:
            return .move(item: item, Decision(id: "m\(step)", style: .resolved, text: "Motion \(step)"), mover: seat)
        case 3, 4:
            return .amend(item: item, motion: place.motion, id: "a\(step)", text: "Amended \(step)", mover: seat)
        case 5, 6, 7: return .second(place, seat: seat)
        case 8: return .lapse(place)
        case 9: return .withdraw(place, seat: seat, consented: Bool.random(using: &chance))
        case 10: return .put(item: item, motion: place.motion)
        case 11:
            let names = record.room(for: item).entitled.map {
                ($0, Vote.Choice.allCases.randomElement(using: &chance) ?? .against)
            }
            let casting: Vote.Choice? = Int.random(in: 0..<3, using: &chance) == 0 ? .inFavour : nil
            return .vote(place, .recorded(Dictionary(uniqueKeysWithValues: names), casting: casting))
        case 12:
            let count = Vote.Count(
                inFavour: .random(in: 0...3, using: &chance), against: .random(in: 0...3, using: &chance))
            return .vote(place, .hands(count, casting: Bool.random(using: &chance) ? .against : nil))
        default: return .vote(place, .affirmation)
        }
    }
}
