import DataFiles
import DataRegister
import Foundation
import Testing

@testable import StrategicAssessment

@Suite("A figure that was published says by itself whether newer data would say otherwise")
struct RevisedFigureTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let name: String
        /// As it was published: words, value, releases.
        let published: (words: String, value: String?, releases: [String]?)
        /// As it is told now: nil where it cannot be.
        let now: (words: String, value: String?, releases: [String])?
        /// Published and now, as they are shown; nil where the figure is not one of them.
        let told: (String, String)?
        /// What became of release a: another told March 2015 anew.
        var since = [
            Replacement(
                old: "a", new: "b",
                periods: ["2015-03"].compactMap(Month.init).compactMap { try? Period(from: $0, to: $0) })
        ]
        var address = "count street-crime/burglary district:thanet 2015-01..2015-12"

        var testDescription: String { name }
    }

    private static let cases: [Case] = [
        Case(
            name: "another number of another release", published: ("fell by 4.3%", "−4.3%", ["a"]),
            now: ("fell by 4.9%", "−4.9%", ["b"]), told: ("−4.3%", "−4.9%")),
        Case(
            name: "the same number of another release", published: ("966 crimes", "966", ["a"]),
            now: ("966 crimes", "966", ["b"]), told: ("966 crimes", "966 crimes")),
        Case(
            name: "the same number that is another verdict",
            published: ("showed no clear change (−4.3%)", "−4.3%", ["a"]),
            now: ("fell by 4.3%", "−4.3%", ["b"]), told: ("showed no clear change (−4.3%)", "fell by 4.3%")),
        Case(
            name: "what rests on months that were not told anew", published: ("966 crimes", "966", ["a"]),
            now: ("966 crimes", "966", ["a"]), told: nil),
        Case(
            name: "what counts a month of a file that was told anew in that month alone",
            published: ("966 crimes", "966", ["a"]), now: ("970 crimes", "970", ["a", "b"]), told: ("966", "970")),
        Case(
            name: "what was published from the newer file and the older one",
            published: ("970 crimes", "970", ["a", "b"]), now: ("970 crimes", "970", ["a", "b"]), told: nil),
        Case(
            name: "what cannot be told any more and counts no month that was told anew",
            published: ("966 crimes", "966", ["a"]), now: nil, told: nil,
            address: "change street-crime/burglary district:thanet 2014-01..2014-12 against 2013-01..2013-12"),
        Case(
            name: "what rests on a file that nothing replaced", published: ("966 crimes", "966", ["c"]),
            now: ("970 crimes", "970", ["b"]), told: nil),
        Case(
            name: "what cannot be told any more", published: ("966 crimes", "966", ["a"]), now: nil,
            told: ("966", "Cannot be told now: It is missing.")),
        Case(
            name: "what is too small to be told by now", published: ("12 calls", "12", ["a"]),
            now: ("fewer than 5 calls", "fewer than 5", ["b"]), told: ("12", "fewer than 5")),
        Case(
            name: "of an older record, other words", published: ("966 crimes", nil, nil),
            now: ("970 crimes", "970", ["b"]), told: ("966 crimes", "970 crimes")),
        Case(
            name: "of an older record, the same words", published: ("966 crimes", nil, nil),
            now: ("966 crimes", "966", ["b"]), told: nil),
    ]

    @Test("what rests on an older release is told with what it was and what it is", arguments: cases)
    func told(one: Case) throws {
        var figure: [String: Any] = [
            "number": 1, "address": one.address, "words": one.published.words, "sentence": "Burglary.",
            "notes": [String](),
            "source": "police",
        ]
        figure["value"] = one.published.value
        figure["releases"] = one.published.releases
        let json: [String: Any] = [
            "year": "2015/16", "period": "2015", "comparedWith": "2014", "sources": [Any](), "parts": [Any](),
            "themes": [Any](), "figures": [figure],
        ]
        let record = try DocumentRecord(bytes: [UInt8](JSONSerialization.data(withJSONObject: json)))
        let now: Result<Evidence.Figure, Evidence.Missing> =
            one.now.map { now in
                .success(
                    Evidence.Figure(
                        words: now.words, sentence: "", notes: [], source: "", address: one.address,
                        releases: now.releases.map {
                            .init(id: $0, title: "", publisher: "", licence: "", receivedAt: .distantPast, sha256: "")
                        }, number: now.value))
            } ?? .failure(.init("It is missing."))
        let found = RevisedFigure.all(in: record, now: [one.address: now], since: one.since)
        #expect(found.first.map { [$0.published, $0.nowTold] } == one.told.map { [$0.0, $0.1] })
        #expect(found.first?.isAnother == one.told.map { $0.0 != $0.1 })
    }

    @Test(
        "how many there are, and of how many newer data would say otherwise, is one sentence",
        arguments: [
            (
                [],
                "A newer release took the place of one on which pictures, tables or the agreed order of it rest; no figure that its words name says otherwise by that."
            ),
            ([true], "1 figure of it rests on an older release; newer data would say otherwise."),
            ([false], "1 figure of it rests on an older release; newer data say the same."),
            ([true, true], "2 figures of it rest on an older release; newer data would say otherwise of each."),
            ([true, false, false], "3 figures of it rest on an older release; newer data would say otherwise of one."),
            ([true, true, false], "3 figures of it rest on an older release; newer data would say otherwise of 2."),
        ] as [([Bool], String)])
    func sentence(others: [Bool], sentence: String) {
        let figures = others.map { other in
            RevisedFigure(
                number: 1, address: "at", sentence: "", published: "1", now: other ? "2" : "1", missing: nil)
        }
        #expect(figures.sentence(of: "it") == sentence)
    }
}
