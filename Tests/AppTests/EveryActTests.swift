import Foundation
import HTTPTypes
import Membership
import Storage
import Testing
import Web

@testable import App

@Suite("Everything that is done is listed, has words, and is told to somebody in particular")
struct EveryActTests {
    /// The text of every source file of the program, by its path.
    private static func sources() throws -> [String: String] {
        let root = House.root + "/Sources"
        let paths = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
        return try paths.filter { $0.hasSuffix(".swift") }.reduce(into: [:]) { texts, path in
            texts[path] = try String(contentsOfFile: "\(root)/\(path)", encoding: .utf8)
        }
    }

    @Test("each act that the source declares is in the list of its slice, and is told")
    func acts() throws {
        let listed = Set(Installation.acts.map(\.name))
        let told = Set(Installation.words.tellings.map(\.act.name))
        var count = 0
        for (path, text) in try Self.sources() {
            for found in text.matches(of: /static let \w+ = Act\(\s*"([^"]+)"/) {
                let name = String(found.output.1)
                // The example in a comment is one of the acts, too.
                count += 1
                #expect(listed.contains(name), "‘\(name)’ of \(path) is in no list of acts")
                #expect(told.contains(name), "‘\(name)’ of \(path) is told to nobody: give it a Telling")
            }
        }
        #expect(count > 50)
        #expect(told == listed)
        #expect(Installation.acts.count == listed.count, "two acts have one name")
    }

    @Test("each kind of thing that an entry is made about is claimed by a slice")
    func kinds() throws {
        let claimed = Set(Installation.words.kinds.map(\.kind))
        var count = 0
        for (path, text) in try Self.sources() {
            for found in text.matches(of: /of: (?:\.init|Entry\.Subject)\(\s*"([^"]+)"/) {
                count += 1
                let kind = String(found.output.1)
                #expect(claimed.contains(kind), "nobody claims the kind ‘\(kind)’ of \(path): add an EntryKind")
            }
        }
        #expect(count > 40)
        #expect(Set(Installation.words.tellings.map(\.kind)).isSubset(of: claimed))
        #expect(Installation.words.kinds.count == claimed.count, "two slices claim one kind")
    }

    @Test("what is told to the holders of a permission is told to the holders of one that there is")
    func permissions() {
        let known = Set(Program.permissions.map(\.name))
        for telling in Installation.words.tellings {
            if case .holders(let name) = telling.readers { #expect(known.contains(name), "\(telling.sort)") }
            #expect(!telling.did.isEmpty && !telling.sought.isEmpty && !telling.act.sentence.isEmpty)
        }
        for kind in Installation.words.kinds {
            if let place = kind.place { #expect(known.contains(place.permission), "\(kind.kind)") }
        }
        #expect(Set(Installation.words.tellings.map(\.sort)).count == Installation.words.tellings.count)
    }

    @Test("all that a busy house leaves entries of is told: nothing is lost from sight by mistake")
    func busyHouse() async throws {
        try await House.open { house in
            let samples = try await SampleRoutes(house)
            let who = try await samples.who.somebody(as: .administrator)
            for somebody in [try await house.officer(), try await house.somebody(who)] {
                for sample in samples.all {
                    guard let address = sample.address else { continue }
                    _ =
                        try await sample.route.method == .post
                        ? somebody.send(["why": "a test"], to: address) : somebody.get(address)
                }
            }
            let told = Set(Installation.words.tellings.map(\.sort))
            for database in [house.database, house.installation.records] {
                let entries = try await database.read { try $0.entries(10_000) }
                #expect(!entries.isEmpty)
                let untold = Set(entries.map { EntrySort(kind: $0.subject.kind, act: $0.act) }).subtracting(told)
                #expect(untold.isEmpty, "\(untold)")
            }
        }
    }
}
