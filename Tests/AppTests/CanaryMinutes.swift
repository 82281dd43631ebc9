import Foundation
import Membership
import Minutes
import ScratchDatabases

@testable import App
@testable import Storage

extension Secrecy {
    private static let taken = Secrecy.kept(.holders(.takeMinutes))
    private static let read = Secrecy.kept(.holders(.readMinutes))

    /// Minutes, before anything of them is laid before everybody.
    static let minutes: [String: Secrecy] = [
        "minutes.body": .plain("an identifier"),
        "minutes.title": taken,
        "minutes_deed.once_key": .plain("made at random, so that what is sent twice is done once"),
        "minutes_deed.place": .plain("one of the program’s own words and an identifier"),
        "minutes_deed.deed": .plain(
            "in the program’s own form; who reads which words of it is tried in MinutesPageTests"),
        "minutes_deed.written_by": .kept(.nobody),
        "minutes_circulation.circulated_by": taken,
        "minutes_year.body": .plain("an identifier"),
        "minutes_year.entered_by": .kept(.nobody),
        "minute_number.body": .plain("an identifier"),
        "minutes_correction.text": taken,
        "minutes_correction.proposed_by": taken,
        "minutes_correction_answer.words": taken,
        "minutes_correction_answer.answered_by": taken,
        "minutes_confirmation.content": .plain(
            "in the program’s own form; who reads which words of it is tried in MinutesPageTests"),
        "minutes_confirmation.content_hash": .plain("a hash, from which nothing can be read"),
        "minutes_confirmation.entered_by": read,
    ]
}

extension Writing {
    /// Minutes of the meeting that ``enterMeetings(_:at:)`` enters, circulated and with a correction that was answered.
    func enterMinutes(_ ids: [ID<CanaryRows>], of person: ID<Person>, at time: Date) throws {
        let (mine, meeting, hash) = (partnership, ids[8], String(repeating: "0", count: 64))
        try run("INSERT INTO minutes VALUES (\(meeting), \(mine), \(meeting.description), 'x', \(time))")
        try run(
            """
            INSERT INTO minutes_deed VALUES (
                \(mine), \(meeting), 1, 'canaries', 'others', '{"others":{"_0":"x"}}', 'x', \(time))
            """)
        try run("INSERT INTO minutes_circulation VALUES (\(mine), \(meeting), 1, 1, 'x', \(time))")
        try run(
            "INSERT INTO minutes_year VALUES (\(mine), \(meeting.description), 2015, \(Day(time)), 1, 'x', \(time))")
        try run(
            """
            INSERT INTO minute_number VALUES (
                \(mine), \(meeting.description), 2015, 1, \(meeting), \(meeting.description))
            """)
        try run(
            """
            INSERT INTO minutes_correction VALUES (
                \(meeting), \(mine), \(meeting), \(meeting.description), 'x', 'x', \(person), \(time))
            """)
        try run("INSERT INTO minutes_correction_answer VALUES (\(mine), \(meeting), \(true), 'x', 'x', \(time))")
        // What was confirmed belongs to minutes that have no page here, so that drafts are seen as drafts.
        try run("INSERT INTO minutes VALUES (\(ids[9]), \(mine), 'x', 'x', \(time))")
        try run(
            """
            INSERT INTO minutes_confirmation VALUES (
                \(mine), \(ids[9]), \(meeting), \(Day(time)), 'x', \(hash), 'x', \(time))
            """)
    }
}
