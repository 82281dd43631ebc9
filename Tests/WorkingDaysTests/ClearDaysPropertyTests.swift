import Foundation
import Storage
import Testing
import WorkingDays

@Suite("What holds of clear days whatever the meeting")
struct ClearDaysPropertyTests {
    @Test("More clear days never make papers due later", arguments: DayCounting.allCases)
    func monotone(_ counting: DayCounting) throws {
        for meeting in try Self.meetings() {
            let dues = (0...30).map { ClearDays($0, counting: counting).latestPublication(before: meeting) }
            #expect(zip(dues, dues.dropFirst()).allSatisfy { $0 >= $1 }, "\(meeting)")
            #expect(dues[0] < meeting)
        }
    }

    @Test("A closure never makes papers due later", arguments: DayCounting.allCases)
    func closures(_ counting: DayCounting) throws {
        var chance = SplitMix(seed: 2016)
        for meeting in try Self.meetings() {
            var closures = Closures.none
            var due = ClearDays(5, counting: counting).latestPublication(before: meeting)
            for _ in 0..<12 {
                let day = meeting.adding(days: -Int.random(in: 0...25, using: &chance))
                if Bool.random(using: &chance) {
                    closures.offices[day] = "training day"
                } else {
                    closures.proclaimed[day] = "day of mourning"
                }
                let now = ClearDays(5, counting: counting, closures: closures).latestPublication(before: meeting)
                #expect(now <= due, "\(meeting) with \(closures)")
                due = now
            }
        }
    }

    @Test("What is published by the day found is in time, and a day later is not", arguments: DayCounting.allCases)
    func tight(_ counting: DayCounting) throws {
        for meeting in try Self.meetings() {
            let days = ClearDays(5, counting: counting)
            let due = days.latestPublication(before: meeting)
            let noon = try #require(TimeOfDay(minutes: 720))

            #expect(Closures.none.reasonClosed(due) == nil)
            #expect(days.notice(publishedAt: noon.moment(on: due), before: meeting).isEnough, "\(meeting)")
            #expect(
                !days.notice(publishedAt: noon.moment(on: due.adding(days: 1)), before: meeting).isEnough, "\(meeting)")
        }
    }

    @Test("Fewer days count the stricter the counting is")
    func strictness() throws {
        for meeting in try Self.meetings() {
            func due(_ counting: DayCounting) -> Day {
                ClearDays(5, counting: counting).latestPublication(before: meeting)
            }

            #expect(due(.strict) <= due(.working) && due(.strict) <= due(.section243))
            #expect(due(.working) <= due(.calendar) && due(.section243) <= due(.calendar))
        }
    }

    @Test("An explanation has every day once, and as many that count as it says", arguments: DayCounting.allCases)
    func whole(_ counting: DayCounting) throws {
        for meeting in try Self.meetings() {
            let deadline = ClearDays(3, counting: counting).deadline(before: meeting)

            #expect(deadline.days.first?.day == deadline.day && deadline.days.last?.day == meeting)
            #expect(zip(deadline.days, deadline.days.dropFirst()).allSatisfy { $0.day.adding(days: 1) == $1.day })
            let counts = deadline.days.compactMap { if case .counted(let count) = $0.standing { count } else { nil } }
            #expect(counts == Array(1...counts.count) && counts.count >= 3)
        }
    }

    @Test("At the ends of the calendar counting comes to an end")
    func ends() throws {
        let (first, last) = (try #require(Day("0001-01-02")), try #require(Day("9999-12-30")))

        #expect(ClearDays(30, counting: .strict).latestPublication(before: first) <= first)
        #expect(DayCounting.working.day(30, after: last).day >= last)
    }

    /// Every day of four years with a leap year, an early and a late Easter, and Christmases on a Friday, a Saturday, a
    /// Monday and a Tuesday.
    private static func meetings() throws -> [Day] {
        let first = try #require(Day("2026-01-01"))
        return (0..<1_461).map { first.adding(days: $0) }
    }
}

/// Chance that comes out the same each time. (Steele, Lea and Flood, *Fast splittable pseudorandom number generators*,
/// 2014.)
private struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
