import Foundation
import Testing

@testable import StrategicAssessment

@Suite("What became of a set of districts is told by its districts")
struct ComparedSetTests {
    private static func set(_ members: [String], version: Int = 1, address: String = "alike") -> ComparedSet {
        ComparedSet(
            address: address, name: address.capitalized, version: version, madeAt: Date(timeIntervalSince1970: 0),
            citation: "\(address.capitalized), version \(version) of 1 January 1970", members: members)
    }

    @Test(
        "who came, who went, and how often it was changed",
        arguments: [
            (["Hull", "Burnley"], ["Hull", "Nottingham"], 2, " on 1 January 1970: Nottingham for Burnley"),
            (["Hull"], ["Hull", "Nottingham"], 2, " on 1 January 1970: Nottingham was added"),
            (["Hull", "Leeds", "York"], ["Hull"], 3, ", last on 1 January 1970: Leeds and York were taken out"),
        ])
    func change(before: [String], after: [String], version: Int, told: String) {
        let change = Self.set(after, version: version).change(since: Self.set(before))
        #expect(change == "the set ‘Alike’ was changed\(told)")
    }

    @Test("a new version of the same districts changes nothing, and another set is told as that")
    func others() {
        #expect(Self.set(["Hull"], version: 2).change(since: Self.set(["Hull"])) == nil)
        #expect(
            Self.set(["Hull"], address: "near").change(since: Self.set(["Hull"]))
                == "another set is compared with, ‘Near’ in place of ‘Alike’")
        #expect(
            Self.set(["Hull"], version: 2).change(sinceCitedAs: "Alike, version 1 of 1 January 1970")
                == "the set compared with is Alike, version 2 of 1 January 1970; it was Alike, version 1 of 1 January 1970"
        )
        #expect(Self.set(["Hull"]).change(sinceCitedAs: nil) == nil)
    }

    /// A record of one figure that is told among a set.
    private static func record(
        _ words: String, of releases: [(id: String, title: String)], among set: ComparedSet?
    ) throws -> DocumentRecord {
        var figure: [String: Any] = [
            "number": 1, "address": "rank x y 2015 among alike", "words": words, "sentence": "Burglary \(words).",
            "notes": [String](), "source": "police", "releases": releases.map(\.id),
        ]
        if let set {
            let encoder = JSONEncoder()
            encoder.dateEncodingStrategy = .iso8601
            figure["comparedWith"] = try JSONSerialization.jsonObject(with: try encoder.encode(set))
        }
        let sources = releases.map { release in
            [
                "id": release.id, "title": release.title, "publisher": "police", "licence": "OGL",
                "receivedAt": "2016-01-01T00:00:00Z", "sha256": release.id,
            ]
        }
        let json: [String: Any] = [
            "year": "2015/16", "period": "2015", "comparedWith": "2014", "sources": sources, "parts": [Any](),
            "themes": [Any](), "figures": [figure],
        ]
        return try DocumentRecord(bytes: [UInt8](JSONSerialization.data(withJSONObject: json)))
    }

    @Test("a figure says whether the set was changed, its source was revised, or both; an old record claims neither")
    func reasons() throws {
        let old = [("1", "January"), ("2", "Burnley, January")]
        let others = [("1", "January"), ("3", "Nottingham, January")]
        let revised = [("4", "January"), ("3", "Nottingham, January")]
        let (alike, other) = (Self.set(["Burnley"]), Self.set(["Nottingham"], version: 2))
        let before = try Self.record("2nd", of: old, among: alike)
        let told = "Burglary 1st. It said ‘2nd’ before: "
        let change = "the set ‘Alike’ was changed on 1 January 1970: Nottingham for Burnley."
        #expect(try Self.record("1st", of: others, among: other).changes(since: before) == [told + change])
        #expect(
            try Self.record("1st", of: revised, among: other).changes(since: before)
                == [told + "its source was revised, and " + change])
        #expect(
            try Self.record("1st", of: revised, among: alike).changes(since: before)
                == [told + "the source was revised."])
        #expect(
            try Self.record("1st", of: old, among: other).changes(since: Self.record("2nd", of: old, among: nil))
                == [told + "no source was revised: the set of districts was changed, or how it is worked out."])
    }
}
