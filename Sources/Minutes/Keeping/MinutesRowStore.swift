import Foundation
import Membership
import Storage

extension Reading {
    func standing(of meeting: ID<MinutedMeeting>) throws -> MinutesStanding {
        let circulations = try rows(
            """
            SELECT * FROM minutes_circulation WHERE partnership = \(partnership) AND meeting = \(meeting) ORDER BY number
            """
        ).map { row in
            try MinutesStanding.Circulation(
                number: row("number"), upTo: row("up_to"), by: row("circulated_by"), at: row("circulated_at"))
        }
        let numbers = try rows(
            "SELECT item, number FROM minute_number WHERE partnership = \(partnership) AND meeting = \(meeting)"
        ).map { row in try (row("item") as String, row("number") as Int) }
        return MinutesStanding(
            circulations: circulations, corrections: try corrections(of: meeting),
            confirmation: try confirmation(of: meeting),
            numbers: Dictionary(numbers, uniquingKeysWith: { first, _ in first }))
    }

    private func corrections(of meeting: ID<MinutedMeeting>) throws -> [MinutesStanding.Correction] {
        try rows(
            """
            SELECT minutes_correction.*, is_accepted, words, answered_by, answered_at FROM minutes_correction
            LEFT JOIN minutes_correction_answer
                ON minutes_correction_answer.minutes_correction = minutes_correction.id
            WHERE minutes_correction.partnership = \(partnership) AND meeting = \(meeting)
            ORDER BY proposed_at, minutes_correction.id
            """
        ).map { row in
            let isAccepted: Bool? = try row("is_accepted")
            let answer = try isAccepted.map { isAccepted in
                try MinutesStanding.Correction.Answer(
                    isAccepted: isAccepted, words: row("words"), by: row("answered_by"), at: row("answered_at"))
            }
            return try MinutesStanding.Correction(
                id: row("id"), item: row("item"), text: row("text"), by: row("proposed_by"), person: row("person"),
                at: row("proposed_at"), answer: answer)
        }
    }

    func confirmation(of meeting: ID<MinutedMeeting>) throws -> MinutesStanding.Confirmation? {
        try row(
            "SELECT * FROM minutes_confirmation WHERE partnership = \(partnership) AND meeting = \(meeting)"
        ).map { row in
            try MinutesStanding.Confirmation(
                meeting: row("confirmed_at_meeting"), on: row("confirmed_on"), content: row("content"),
                hash: row("content_hash"), by: row("entered_by"), at: row("entered_at"))
        }
    }

    /// Those of earlier meetings of the year that have no numbers yet, after the last that has.
    func unnumbered(_ earlier: [OtherMeeting], before meeting: MinutedMeeting) throws -> [OtherMeeting] {
        let begins = try numbering(of: meeting).beginsOn
        var waiting: [OtherMeeting] = []
        for other in earlier where begins <= other.day {
            waiting = try standing(of: other.id).numbers.isEmpty ? waiting + [other] : []
        }
        return waiting
    }

    func numbering(of meeting: MinutedMeeting) throws -> YearNumbering {
        let years = try rows(
            """
            SELECT year, begins_on, first_number FROM minutes_year
            WHERE partnership = \(partnership) AND body = \(meeting.body.key)
            """
        ).map { row in
            try (year: row("year") as Int, begins: row("begins_on") as Day, first: row("first_number") as Int)
        }
        let begins = Dictionary(years.map { ($0.year, $0.begins) }, uniquingKeysWith: { first, _ in first })
        let year = MunicipalYear(of: meeting.called.day, begins: begins)
        let known = years.first { $0.year == year.number }
        let last: Int? =
            try value(
                """
                SELECT max(number) FROM minute_number
                WHERE partnership = \(partnership) AND body = \(meeting.body.key) AND year = \(year.number)
                """, as: Int?.self) ?? nil
        let likely = MunicipalYear.likelyBeginning(of: year.number) ?? meeting.called.day
        return YearNumbering(
            year: year, beginsOn: known?.begins ?? likely, first: known?.first ?? 1,
            next: last.map { $0 + 1 } ?? known?.first ?? 1, isSettled: known != nil)
    }
}

extension Writing {
    /// Says when a year began and with which number.
    func settle(
        _ wanted: (beginsOn: Day, first: Int), for meeting: MinutedMeeting, by actor: Entry.Actor, at time: Date
    ) throws {
        guard try !numbering(of: meeting).isSettled else { return }
        let day = meeting.called.day
        let year = MunicipalYear(of: day, begins: [wanted.beginsOn.year: wanted.beginsOn])
        guard wanted.beginsOn <= day, wanted.beginsOn.year == year.number, (3...6).contains(wanted.beginsOn.month),
            (1...9_999).contains(wanted.first)
        else { throw MinutesRefusal.badYear }
        try run(
            """
            INSERT INTO minutes_year (partnership, body, year, begins_on, first_number, entered_by, entered_at)
            VALUES (
                \(partnership), \(meeting.body.key), \(year.number), \(wanted.beginsOn), \(wanted.first),
                \(actor.shownName), \(time))
            """)
    }

    /// Gives every item its number that has none.
    func number(_ meeting: MinutedMeeting, besides known: [String: Int]) throws {
        let numbering = try numbering(of: meeting)
        let new = meeting.items.filter { known[$0.key] == nil }
        for (place, item) in new.enumerated() {
            try run(
                """
                INSERT INTO minute_number (partnership, body, year, number, meeting, item)
                VALUES (
                    \(partnership), \(meeting.body.key), \(numbering.year.number), \(numbering.next + place),
                    \(meeting.id), \(item.key))
                """)
        }
        guard !new.isEmpty else { return }
        let last = numbering.next + new.count - 1
        changed("minute numbers", from: String?.none, to: "\(numbering.next) to \(last) of \(numbering.year.words)")
    }
}
