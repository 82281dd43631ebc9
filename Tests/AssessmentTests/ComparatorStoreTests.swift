import Foundation
import Membership
import ScratchDatabases
import Storage
import Testing

@testable import Assessment

@Suite("Sets to compare with never change silently")
struct ComparatorStoreTests {
    private static let officer = Entry.Actor.member(
        Identities.system.new(Person.self, at: Scratch.noon), name: "Aysha Bell")

    private func details(_ name: String, _ members: [String]) -> ComparatorDetails {
        ComparatorDetails(
            name: name, source: "HMIC, 2015", on: Day("2015-10-01"), members: members,
            working: ComparatorWorking(
                own: "Thanet", inputs: [.init(name: "Deprivation, 2015", source: "MHCLG", releases: ["ab"])],
                distances: [
                    .init(district: "Hastings", total: 0.5, deprivation: 0.1, population: 0.2, crimeMix: 0.3)
                ], compared: 300, leftOut: 4))
    }

    @Test("a set is read back as it was entered, with who, when and why", arguments: Scratch.engines)
    func entered(scratch: Scratch) async throws {
        try await scratch.database([.ofComparators]) { database in
            let store = ComparatorStore(database)
            let wanted = details("Most similar group 2015", ["Hastings", "Dover"])
            let address = try await store.add(
                wanted, as: .entered, because: "The inspectorate found it.", by: Self.officer, at: Scratch.noon)
            #expect(address == "most-similar-group-2015")
            let set = try #require(try await store.sets().first)
            #expect(set.newest.details == wanted)
            #expect(set.members == ["Dover", "Hastings"])
            #expect(set.newest.why == "The inspectorate found it.")
            #expect(set.newest.madeBy == "Aysha Bell")
            #expect(set.newest.madeAt == Scratch.noon)
            #expect(set.citation == "Most similar group 2015, version 1 of 9 February 2016")
        }
    }

    @Test(
        "a retired set stays to be read, is chosen no more, and can be brought back", arguments: Scratch.engines)
    func retired(scratch: Scratch) async throws {
        try await scratch.database([.ofComparators]) { database in
            let store = ComparatorStore(database)
            let address = try await store.add(
                details("Similar", ["Hastings", "Dover"]), as: .entered, because: "First.", by: Self.officer,
                at: Scratch.noon)
            try await store.choose(address, by: Self.officer, at: Scratch.noon)
            let before = try await store.edition()

            try await store.retire(address, because: "It is of 2015.", by: Self.officer, at: Scratch.noon + 60)

            let set = try #require(try await store.sets().first)
            #expect(set.retirement?.why == "It is of 2015." && set.retirement?.by == "Aysha Bell")
            #expect(set.members == ["Dover", "Hastings"])
            #expect(try await store.choice()?.address == nil)
            #expect(try await store.edition() != before)
            await #expect(throws: ComparatorRefusal.retired("Similar")) {
                try await store.choose(address, by: Self.officer, at: Scratch.noon + 70)
            }
            await #expect(throws: ComparatorRefusal.retired("Similar")) {
                try await store.change(
                    address, to: details("Similar", ["Hastings"]), because: "x", after: 1, by: Self.officer,
                    at: Scratch.noon + 70)
            }
            await #expect(throws: ComparatorRefusal.changedMeanwhile) {
                try await store.retire(address, because: "x", by: Self.officer, at: Scratch.noon + 70)
            }

            try await store.bringBack(address, because: "Still used.", by: Self.officer, at: Scratch.noon + 80)

            #expect(try await store.sets().first?.retirement == nil)
            try await store.choose(address, by: Self.officer, at: Scratch.noon + 90)
            #expect(try await store.choice()?.address == address)
        }
    }

    @Test("a name that is the address of a page is refused with what to do", arguments: ["New", "nearest!", "Force"])
    func words(name: String) async throws {
        try await Scratch.sqlite.database([.ofComparators]) { database in
            let refusal = await #expect(throws: ComparatorRefusal.self) {
                try await ComparatorStore(database).add(
                    details(name, ["Hastings", "Dover"]), as: .entered, because: "x", by: Self.officer,
                    at: Scratch.noon)
            }
            #expect(refusal?.reason.contains("Choose a longer name") == true)
        }
    }

    @Test("a change is a version with its reason, and what it was stays", arguments: Scratch.engines)
    func changed(scratch: Scratch) async throws {
        try await scratch.database([.ofComparators]) { database in
            let store = ComparatorStore(database)
            let address = try await store.add(
                details("Similar", ["Hastings", "Dover"]), as: .entered, because: "First.", by: Self.officer,
                at: Scratch.noon)
            let before = try await store.edition()
            try await store.change(
                address, to: details("Similar now", ["Hastings", "Swale"]), because: "Dover merged.", after: 1,
                by: Self.officer, at: Scratch.noon + 60)
            #expect(try await store.edition() != before)
            let set = try #require(try await store.sets().first)
            #expect(set.address == address, "figures are cited by the address")
            #expect(set.newest.number == 2)
            #expect(set.newest.why == "Dover merged.")
            #expect(set.earlier.map(\.details.members) == [["Dover", "Hastings"]])
            await #expect(throws: ComparatorRefusal.changedMeanwhile) {
                try await store.change(
                    address, to: details("Similar", ["Hastings"]), because: "x", after: 1, by: Self.officer,
                    at: Scratch.noon)
            }
            await #expect(throws: ComparatorRefusal.notHere) {
                try await store.change(
                    "nowhere", to: details("Other", ["Hastings"]), because: "x", after: 1, by: Self.officer,
                    at: Scratch.noon)
            }
        }
    }

    @Test("a name is one set’s, and no built-in one’s", arguments: Scratch.engines)
    func names(scratch: Scratch) async throws {
        try await scratch.database([.ofComparators]) { database in
            let store = ComparatorStore(database)
            try await store.add(
                details("Similar", ["Dover"]), as: .entered, because: "x", by: Self.officer, at: Scratch.noon)
            let refusals: [(String, ComparatorRefusal)] = [
                ("similar", .nameTaken("similar")), ("Force", .wordOfPages("Force")), ("New", .wordOfPages("New")),
                ("England and Wales", .wordOfPages("England and Wales")), ("…", .noLetters),
            ]
            for (name, refusal) in refusals {
                await #expect(throws: refusal) {
                    try await store.add(
                        details(name, ["Dover"]), as: .entered, because: "x", by: Self.officer, at: Scratch.noon)
                }
            }
        }
    }

    @Test("the newest choice counts, and none can be chosen again", arguments: Scratch.engines)
    func choice(scratch: Scratch) async throws {
        try await scratch.database([.ofComparators]) { database in
            let store = ComparatorStore(database)
            #expect(try await store.choice() == nil)
            try await store.choose("force", by: Self.officer, at: Scratch.noon)
            #expect(try await store.choice()?.address == "force")
            #expect(try await store.choice()?.by == "Aysha Bell")
            try await store.choose(nil, by: Self.officer, at: Scratch.noon)
            #expect(try await store.choice()?.address == nil)
        }
    }
}
