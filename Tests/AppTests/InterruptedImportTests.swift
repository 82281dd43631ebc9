import HTTPTypes
import HummingbirdTesting
import ScratchDatabases
import Storage
import Testing

@testable import App
@testable import DataRegister

@Suite("A stop in the middle of an import is told after the next start")
struct InterruptedImportTests {
    @Test("the import says it was interrupted and changed nothing, and the file can be given again")
    func interrupted() async throws {
        try await Scratch.sqlite.withFolder { folder in
            let file = StreetFile("2014-01", burglaries: 12)
            let place = try await House.open(folder: folder) { house in
                // Kept and on record as begun, as a stop leaves it; nobody reads it.
                let writer = try house.database.files.receive()
                try writer.write(file.file.bytes)
                let delivery = Delivery(
                    name: file.name, kept: try await writer.finish(), by: .init(.commandLine(), name: "somebody"),
                    at: house.clock.now)
                let imports = ImportStore(database: house.database, identities: house.installation.identities)
                return "/data/imports/\(try await imports.begin(.police, delivery).id)"
            }
            try await House.open(folder: folder) { house in
                let officer = try await house.officer()
                let page = try await officer.get(place)
                #expect(page.reading.contains("The program stopped while the file was being read."))
                #expect(page.reading.contains("give the file again"))
                #expect(try await officer.get(place + "/progress").json()["isFinished"] as? Bool == true)
                #expect(try await house.releases().isEmpty)
                try await house.take([file])
                #expect(try await house.releases().count == 1)
                #expect(try await officer.get(place).reading.contains("The program stopped"), "what was told stays")
                guard case .whole = try await house.database.verifyEntries() else {
                    Issue.record("the chain is broken")
                    return
                }
            }
        }
    }

    @Test("what was imported before a stop is there after the next start")
    func restarted() async throws {
        try await Scratch.sqlite.withFolder { folder in
            let figures = "/assessment/testham/assessment.json?from=2014-01&to=2014-01&compare=none"
            let before = try await House.open(folder: folder) { house in
                try await house.take([StreetFile("2014-01", burglaries: 12)])
                return try await house.officer().get(figures).bytes
            }
            try await House.open(folder: folder) { house in
                let answer = try await house.officer().get(figures)
                #expect(answer.status == .ok)
                #expect(answer.bytes == before)
            }
        }
    }
}
