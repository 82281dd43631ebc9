import ScratchDatabases
import Storage
import Testing

@testable import DataRegister
@testable import Web

@Suite("Of several files given at once the page says how each stands")
struct FilesGivenTests {
    private func file(
        _ name: String, _ state: DataImport.State, progress: ImportDesk.Progress? = nil
    ) throws -> FilesGiven.File {
        FilesGiven.File(
            dataImport: DataImport(
                id: Identities.seeded(7).new(at: Scratch.noon), kind: .police, name: name,
                sha256: try #require(FileHash(String(repeating: "a", count: 64))), size: 1, state: state,
                problem: state == .refused ? "It is no such file.\nMore." : nil, release: nil, beganAt: Scratch.noon,
                beganBy: "the officer"),
            release: nil, progress: progress)
    }

    @Test("while they are read it says which one is, which wait, and loads again by itself where there is no script")
    func underWay() throws {
        let files = FilesGiven(
            first: Identities.seeded(7).new(at: Scratch.noon),
            files: [
                try file("a.csv", .refused),
                try file("b.csv", .reading, progress: .init(fraction: 0.5, detail: "1 MB of 2 MB read")),
                try file(
                    "c.csv", .reading, progress: .init(fraction: nil, detail: "Waiting its turn", isWaiting: true)),
            ])
        #expect(files.progress.percent == 50)
        #expect(files.progress.detail == "1 of 3 read, 1 of them not imported")
        #expect(!files.progress.isFinished)
        #expect(files.page.reloadsAfter == 2)
        let said = String(decoding: files.page.body.bytes, as: UTF8.self)
        for words in ["It is no such file.", "Refused", "Being read", "1 MB of 2 MB read", "Waiting its turn"] {
            #expect(said.contains(words), "\(words)")
        }
        #expect(said.contains("data-renews=\"files\"") && said.contains("id=\"files\""))
    }

    @Test("when all have been read it stays as it is")
    func over() throws {
        let files = FilesGiven(
            first: Identities.seeded(7).new(at: Scratch.noon),
            files: [try file("a.csv", .known), try file("b.csv", .interrupted)])
        #expect(files.progress.isFinished)
        #expect(files.page.reloadsAfter == nil)
        let said = String(decoding: files.page.body.bytes, as: UTF8.self)
        #expect(said.contains("1 already here and 1 interrupted"))
        #expect(!said.contains("data-behaviour"))
    }
}
