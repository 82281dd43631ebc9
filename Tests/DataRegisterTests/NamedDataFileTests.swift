import Foundation
import SampleData
import ScratchDatabases
import Storage
import Testing

@testable import DataRegister

@Suite("The records that rest on a kept file are known by it")
struct NamedDataFileTests {
    private func register(_ stores: Delivering, _ others: Delivering...) async throws -> KeptFileRegister {
        let partnerships = ([stores] + others).map(\.database.partnership)
        return try await stores.database.keptFileRegister([NamedDataFiles()], of: partnerships)
    }

    @Test(
        "a release, an import that came to nothing, and in two partnerships the same file twice",
        arguments: Scratch.engines)
    func names(scratch: Scratch) async throws {
        try await Delivering.run(scratch) { stores in
            let theirs = Delivering(
                stores.database.opened(for: Identities.seeded(77).new(Tenant.self, at: Scratch.noon)), seed: 8)
            let file = StreetFile.kent("2014-01")
            _ = try await stores.take(file)
            _ = try await theirs.take(file)
            let spoilt = try await stores.delivery(Array("no such header\n".utf8), named: "spoilt.csv")
            _ = try await stores.desk.begin(.police, spoilt)
            await stores.desk.untilQuiet()

            let register = try await register(stores, theirs)
            let release = try #require(try await stores.releases.releases().first)
            let day = "received on 9 February 2016"
            #expect(
                Set(register.records(naming: release.sha256).map(\.words))
                    == ["the release ‘2014-01-kent-street.csv’, \(day)"])
            #expect(
                Set(register.records(naming: release.sha256).map(\.partnership))
                    == [stores.database.partnership, theirs.database.partnership])
            #expect(
                register.records(naming: spoilt.kept.hash).map(\.words)
                    == ["the import of ‘spoilt.csv’ on 9 February 2016"])
            #expect(register.missing(from: stores.database.files).isEmpty)

            let path = try #require(stores.database.files.url(for: spoilt.kept.hash))
            try FileManager.default.removeItem(at: path)
            #expect(register.missing(from: stores.database.files) == [spoilt.kept.hash])
        }
    }
}
