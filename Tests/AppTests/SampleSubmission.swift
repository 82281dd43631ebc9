import Foundation
import HTTPTypes
import HummingbirdTesting
import Membership
import Participation
import Storage
import Testing

@testable import App

extension SampleRoutes {
    /// A question that somebody of the public put to a meeting.
    static func submissions(_ house: House, _ who: WhoIsWhoHouse) async throws -> [String: String?] {
        let meeting = try await SampleMeeting(house, of: who.body, on: Day("2016-04-12"))
        let own = try await house.submit("Lamps", to: meeting)
        let (path, list) = (
            "/committees/submissions/{submission}", "/committees/meetings/{meeting}/submissions"
        )
        var samples: [String: String?] = [path: own]
        for rest in ["/details", "/decision", "/answer", "/withdrawal", "/return", "/erasure"] {
            samples[path + rest] = own + rest
        }
        for rest in ["", "/new", "/publication"] {
            samples[list + rest] = "\(meeting.address)/submissions\(rest)"
        }
        samples["/committees/bodies/{body}/public-terms"] = "/committees/bodies/\(who.body)/public-terms"
        return samples
    }
}

extension House {
    /// What the clerk enters of somebody who brings something, with what nobody else may ever read.
    static let submission: [(String, String)] = [
        ("kind", "question"), ("day", "8/2/2016"), ("time", "4.30 pm"), ("put-to", "the Chairman"),
        ("naming", "resident"), ("place", "Cliftonville West"), ("name", "Joan Quillfeather"),
        ("address", "12 Quagmire Row, Margate, CT9 1XZ"), ("email", "joan@quillfeather.example"),
        ("telephone", "01843 577186"),
    ]

    /// Enters a question, as the clerk does.
    ///
    /// - Returns: its address.
    @discardableResult
    func submit(
        _ subject: String, to meeting: SampleMeeting, words: String = "Why are the lamps of Kent Street out?",
        changing changes: [String: String] = [:]
    ) async throws -> String {
        let officer = try await officer()
        let fields = Self.submission.map { ($0.0, changes[$0.0] ?? $0.1) } + [("subject", subject), ("words", words)]
        let token = try #require(try await officer.token())
        let sent = try await officer.sendBare(
            [("form-token", token)] + fields, to: "\(meeting.address)/submissions")
        #expect(sent.status == .seeOther, "\(sent.reading)")
        return sent.location
    }

    /// Says what the public may bring to a body, as the clerk does: questions, four clear days before, of 20 words at most.
    func invite(to body: ID<Body>) async throws {
        let terms: KeyValuePairs = [
            "from": "1/1/2016", "question": "yes", "question-days": "4", "question-words": "20",
            "question-minutes": "3", "petition": "no", "deputation": "no", "counting": "working", "cutoff": "5 pm",
            "source": "Council Procedure Rule 14", "why": "The council agreed it",
        ]
        let sent = try await officer().send(terms, to: "/committees/bodies/\(body)/public-terms")
        #expect(sent.status == .seeOther, "\(sent.reading)")
    }
}
