import DataFiles
import Publishing
import Storage

/// Who came to how many meetings of a body in a municipal year, by the minutes that are published (D107). A justified absence is
/// told apart: a meeting for which somebody sent apologies, or a substitute, is none that they stayed away from.
struct AttendanceTally {
    struct Line: Hashable {
        let person: String?
        let name: String
        let body: PublishedCommittees.Committee
        /// 2015 of 2015/16.
        let year: Int
        /// Meetings with published minutes in which they had a seat.
        var possible = 0
        var attended = 0
        /// They sent apologies, and somebody sat in for them.
        var substituted = 0
        /// They sent apologies, and nobody sat in for them.
        var apologies = 0
        /// Without a word.
        var absent = 0
        /// The minutes do not say.
        var unknown = 0

        /// "2015/16"
        var yearInWords: String { "\(year)/\(String(String(year + 1).suffix(2)))" }

        mutating func count(_ presence: PublishedMinutes.Attendance.Presence) {
            possible += 1
            switch presence {
            case .present: attended += 1
            case .substituted: substituted += 1
            case .apologies: apologies += 1
            case .absent: absent += 1
            case .unknown: unknown += 1
            }
        }
    }

    private struct Place: Hashable {
        let who: String
        let body: String
        let year: Int
    }

    /// The newest year first, then by body and name.
    let lines: [Line]
    /// From how many sets of minutes.
    let minutes: Int
    /// Those that are drafts still.
    let drafts: Int

    /// - Parameters:
    ///   - body: whose meetings; nil for all.
    ///   - person: whose attendance; nil for everybody’s.
    init(_ committees: PublishedCommittees, of body: PublishedCommittees.Committee? = nil, person: String? = nil) {
        var (tallies, minutes, drafts) = ([Place: Line](), 0, 0)
        for meeting in committees.meetings where body == nil || meeting.now.body.id == body?.key {
            guard let found = committees.minutes(of: meeting)?.minutes,
                let own = committees.body(key: meeting.now.body.id)
            else { continue }
            let counted = found.attendance.filter { one in
                one.isVoting && one.person != nil && (person == nil || one.person == person)
            }
            guard !counted.isEmpty else { continue }
            minutes += 1
            if found.confirmedOn == nil { drafts += 1 }
            for one in counted {
                let place = Place(who: one.person ?? one.name, body: own.key, year: found.year)
                var line =
                    tallies[place] ?? Line(person: one.person, name: one.name, body: own, year: found.year)
                line.count(one.presence)
                tallies[place] = line
            }
        }
        lines = tallies.values.sorted {
            ($1.year, $0.body.name, $0.name, $0.person ?? "") < ($0.year, $1.body.name, $1.name, $1.person ?? "")
        }
        (self.minutes, self.drafts) = (minutes, drafts)
    }

    var csv: [UInt8] {
        var writer = DelimitedWriter(header: [
            "municipal_year", "body", "member", "possible", "attended", "substituted", "apologies", "absent",
            "not_said",
        ])
        for line in lines {
            writer.write([
                line.yearInWords, line.body.name, line.name, "\(line.possible)", "\(line.attended)",
                "\(line.substituted)", "\(line.apologies)", "\(line.absent)", "\(line.unknown)",
            ])
        }
        return writer.bytes
    }
}
