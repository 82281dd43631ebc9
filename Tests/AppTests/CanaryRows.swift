import Foundation
import Membership
import Notices
import ScratchDatabases

@testable import App
@testable import Storage

/// Rows of what no page of the house makes by itself, so that there is something in every column.
struct CanaryRows: Sendable {
    private let house: House
    private let database: Database
    private let person: ID<Person>

    init(_ house: House, _ database: Database, of person: ID<Person>) {
        (self.house, self.database, self.person) = (house, database, person)
    }

    func enter() async throws {
        let (time, identities, person) = (house.clock.now, house.installation.identities, person)
        let ids: [ID<CanaryRows>] = (0..<10).map { _ in identities.new(at: time) }
        let notice: ID<PersonalNotice> = identities.new(at: time)
        let letter: ID<Letter> = identities.new(at: time)
        let entry = Entry(.canariesSown, of: .init("test", "rows"), by: .job("a test"), at: time)
        try await database.write(entry) { db in
            try db.enterAssessment(ids, at: time)
            try db.enterRecordingChange(ids, at: time)
            try db.enterDistrictCount(ids)
            try db.enterWhatNumbersLack(ids)
            try db.enterComparators(at: time)
            try db.enterStrategicAssessment(ids, at: time)
            try db.enterReports(ids, of: person, at: time)
            try db.enterMeetings(ids, at: time)
            try db.enterMinutes(ids, of: person, at: time)
            try db.enterMyPapers(ids, of: person, at: time)
            try db.enterRecommendations(ids, at: time)
            try db.enterSubmissions(ids, at: time)
            try db.enterDecisions(ids, at: time)
            try db.enterMembership(ids, of: person, at: time)
            let people: [ID<Person>] = try db.rows(
                "SELECT person FROM membership WHERE partnership = \(db.partnership)"
            ).map { try $0("person") }
            for (place, somebody) in people.enumerated() {
                let id: ID<PersonalNotice> = place == 0 ? notice : identities.new(at: time)
                try db.notify(somebody, "x", at: "/home", because: "x", id: id, at: time)
            }
            try db.post(Letter(to: "x@example.org", subject: "x", text: "x\n"), id: letter)
        }
    }
}

extension Act {
    /// By the names of acts that are told.
    static let canariesRead = Act("release accepted", "A test’s.")
    static let canariesNamed = Act("body changed", "A test’s.")
    static let canariesSent = Act("letter given up", "A test’s.")
    static let canariesChosen = Act("notices chosen", "A test’s.")
    static let canariesSown = Act("canaries sown", "A test put its canaries into the records.")
}

extension Writing {
    fileprivate func enterAssessment(_ ids: [ID<CanaryRows>], at time: Date) throws {
        let (mine, hash) = (partnership, String(repeating: "0", count: 64))
        try run(
            """
            INSERT INTO data_release (id, partnership, kind, name, sha256, size, publisher, licence, received_at,
                received_by, rows_kept, rows_unplaced, rows_refused, first_month, last_month, generated_rows, remarks)
            VALUES (\(ids[0]), \(mine), 'population', 'x', \(hash), 1, 'x', 'x', \(time), 'x', 1, 0, 1, NULL, NULL, 0,
                '["x"]')
            """)
        try run("INSERT INTO release_fault VALUES (\(mine), \(ids[0]), 1, 'x', 1, 'x', 'x')")
        try run("INSERT INTO force_month VALUES (\(ids[1]), \(mine), \(ids[0]), 'x', '2013-01', 1, 0, 0, NULL)")
        try run("INSERT INTO lsoa VALUES (\(mine), 'E01999999', 'x', 'Elsewhere', '2013-01')")
        try run("INSERT INTO crime_count VALUES (\(mine), 'E01999999', \(ids[1]), 'burglary', 1)")
        try run(
            """
            INSERT INTO population VALUES (\(mine), 'E01999999', 'x', 'lsoa', 'E07999999', 2014, 'mid-year', 9,
                \(ids[0]))
            """)
        try run("INSERT INTO place_link VALUES (\(mine), 'E01999999', 'x', 'E05999999', 'x', 'ward', \(ids[0]))")
        try run("INSERT INTO place_name VALUES (\(mine), 'ward', 'lookups', 'E05999999', 'x')")
        try run("INSERT INTO boundary VALUES (\(mine), 'E05999999', 'x', 'ward', '[]', \(ids[0]))")
        try run(
            """
            INSERT INTO data_set VALUES (\(mine), 'canary', 'x', NULL, 'x', 'x', 'quarter', '2013-01', 'never', TRUE, 'x',
                'x', 'none', 1, 5)
            """)
        try run("INSERT INTO measure VALUES (\(mine), 'canary', 'assault', 'x', 'x', 'low is good')")
        try run(
            """
            INSERT INTO data_set_period VALUES (\(ids[6]), \(mine), 'canary', \(ids[0]), '2013-01', '2013-03', 'district',
                'x', NULL)
            """)
        try run("INSERT INTO observed_place VALUES (\(mine), 'district', 'E07999999', 'x')")
        try run("INSERT INTO observation VALUES (\(mine), \(ids[6]), 'assault', 'E07999999', 1)")
        try run("INSERT INTO data_mapping VALUES (\(mine), 'canary', '{}', \(time), 'x')")
        try run("INSERT INTO postcode VALUES (\(mine), 'ZZ999ZZ', 'E01999999', \(ids[0]))")
        try run(
            """
            INSERT INTO data_import (id, partnership, kind, name, sha256, size, state, problem, began_at, began_by)
            VALUES (\(ids[2]), \(mine), 'police', 'x', \(hash), 1, 'refused', 'x', \(time), 'x')
            """)
    }

    fileprivate func enterWhatNumbersLack(_ ids: [ID<CanaryRows>]) throws {
        try run("INSERT INTO undated_row VALUES (\(partnership), \(ids[0]), 'assault', 'E07999999', 1)")
        try run("INSERT INTO lookup_supersession VALUES (\(partnership), \(ids[0]), \(ids[0]))")
    }

    fileprivate func enterRecordingChange(_ ids: [ID<CanaryRows>], at time: Date) throws {
        let mine = partnership
        try run(
            """
            INSERT INTO recording_change VALUES (\(ids[7]), \(mine), '2013-01', '[]', 'x', 'x', 'district', 'x', 'x', \(time))
            """)
        try run("INSERT INTO recording_change_withdrawal VALUES (\(ids[7]), \(mine), 'x', 'x', \(time))")
    }

    fileprivate func enterDistrictCount(_ ids: [ID<CanaryRows>]) throws {
        try run("INSERT INTO district_count VALUES (\(partnership), \(ids[1]), 'Elsewhere', 'burglary', 1)")
    }

    fileprivate func enterComparators(at time: Date) throws {
        let mine = partnership
        try run(
            """
            INSERT INTO comparator_version VALUES (\(mine), 'canaries', 1, 'entered', 'x', 'x', '2002-02-09', '["x"]', NULL,
                'x', 'x', \(time))
            """)
        try run("INSERT INTO comparator_choice VALUES (\(mine), 1, 'canaries', 'x', \(time))")
        try run("INSERT INTO comparator_retirement VALUES (\(mine), 'canaries', 1, TRUE, 'x', 'x', \(time))")
    }

    fileprivate func enterStrategicAssessment(_ ids: [ID<CanaryRows>], at time: Date) throws {
        let mine = partnership
        try run(
            """
            INSERT INTO annual_assessment VALUES (\(ids[8]), \(mine), '2001/02', '2001-01', '2001-12', '2000-01', '2000-12',
                \(time), \(time))
            """)
        try run("INSERT INTO theme VALUES (\(ids[9]), \(mine), \(ids[8]), 0, 'x', 'x', '[]', FALSE)")
        try run("INSERT INTO assessment_text VALUES (\(mine), \(ids[8]), 'levels', 1, 'x', 'x', \(time))")
        try run(
            "INSERT INTO review_comment VALUES (\(ids[9]), \(mine), \(ids[8]), 'levels', 'x', 'x', 'x', \(time), NULL)")
        try run(
            """
            INSERT INTO focus_place VALUES (\(ids[9]), \(mine), \(ids[8]), 'ward:E05000001', 'x', 'x', 'x', \(time), 'x', 'x',
                \(time))
            """)
        try run("INSERT INTO comment_answer VALUES (\(mine), \(ids[9]), 1, 'x', TRUE, 'x', \(time))")
        try run(
            """
            INSERT INTO theme_score VALUES (\(mine), \(ids[8]), \(ids[9]), 'harm', 'publication', 1, 3, 'x', 'x', 'x',
                \(time), NULL)
            """)
        try run(
            """
            INSERT INTO severity_list VALUES (\(mine), 'canaries', 1, 'x', 'x', '2002-02-09', 'x', 'x', 'x', 'x', '[]', 'x',
                \(time))
            """)
        try run(
            """
            INSERT INTO ranking_rules VALUES (\(mine), \(ids[8]), 1,
                '{"weights":{"harm":1},"cutPoints":[1,2,3,4],"largeRise":1.2}', 'x', 'x', \(time))
            """)
        try run(
            """
            INSERT INTO agreed_ranking VALUES (\(mine), \(ids[8]), 1,
                '{"lines":[],"rules":{"weights":{"harm":1},"cutPoints":[1,2,3,4],"largeRise":1.2}}', 'x', '2002-02-09', 'x',
                'x', \(time))
            """)
    }

    fileprivate func enterMembership(_ ids: [ID<CanaryRows>], of person: ID<Person>, at time: Date) throws {
        let mine = partnership
        try run("UPDATE membership SET telephone = 'x' WHERE partnership = \(mine) AND person = \(person)")
        try run("INSERT INTO kept_result VALUES (\(mine), \(Array(mine.description.utf8)), '[]', \(time))")
        try run(
            """
            INSERT INTO job (id, partnership, kind, name, due_at, state, attempts, ended_at, problem)
            VALUES (\(ids[3]), \(mine), 'test', 'x', \(time), 'failed', 1, \(time), 'x')
            """)
        try run(
            """
            INSERT INTO broken_glass (id, partnership, person, session, permission, reason, began_at, ends_at, ended_at,
                ended_by)
            VALUES (\(ids[4]), \(mine), \(person), \(ids[5]), 'read assessments', 'x', \(time), \(time), \(time),
                \(person))
            """)
        try run("INSERT INTO glass_use VALUES (\(mine), \(ids[4]), '/home', 'see home', \(time))")
        try run("INSERT INTO credential VALUES (\(person), 'x', \(time)) ON CONFLICT DO NOTHING")
        try run(
            """
            INSERT INTO second_factor VALUES (\(person), \([UInt8(1)]), \(time), NULL, \(ids[5]), \(time))
            ON CONFLICT DO NOTHING
            """)
    }
}
