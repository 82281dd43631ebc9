import Foundation
import ScratchDatabases
import Testing

@testable import Storage

@Suite("Files are kept as they were received")
struct KeptFilesTests {
    private func files(_ body: (KeptFiles, String) async throws -> Void) async throws {
        try await Scratch.sqlite.withFolder { folder in
            let held = try DataFolder(folder)
            try await body(try KeptFiles(in: held), folder)
            held.release()
        }
    }

    /// Takes a file away, unless a record names it.
    private func isGone(_ kept: KeptFile, from files: KeptFiles, named isNamed: Bool) async throws -> Bool {
        try await files.discard(kept.hash) { isNamed }
    }

    @Test("a file is found under its SHA-256, whatever pieces it came in")
    func keep() async throws {
        try await files { files, folder in
            let kept = try await files.keep(Chunks(["ab", "", "c"]))

            #expect(kept.hash.description == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
            #expect(kept.size == 3)
            #expect(kept.isNew)
            #expect(files.url(for: kept.hash)?.path == "\(folder)/files/ba/78/\(kept.hash)")
            #expect(files.size(of: kept.hash) == 3)
            #expect(try files.url(for: kept.hash).map { try Data(contentsOf: $0) } == Data("abc".utf8))
            try await files.check(kept.hash)
        }
    }

    @Test("the same bytes again are the same file, and nothing happens")
    func again() async throws {
        try await files { files, folder in
            let first = try await files.keep(Chunks(["same"]))
            let second = try await files.keep(Chunks(["sa", "me"]))

            #expect(first.hash == second.hash)
            #expect(!second.isNew)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder + "/files/incoming").isEmpty)
        }
    }

    @Test("what is kept is all listed while more comes in")
    func listing() async throws {
        try await files { files, _ in
            var kept: Set<FileHash> = []
            for number in 1...60 { kept.insert(try await files.keep(Chunks(["file \(number)"])).hash) }
            let first = kept

            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask {
                    for number in 1...200 { _ = try await files.keep(Chunks(["more \(number)"])) }
                }
                group.addTask {
                    for _ in 1...200 {
                        let missing = first.subtracting(try files.all())
                        #expect(missing.isEmpty)
                        await Task.yield()
                    }
                }
                try await group.waitForAll()
            }
        }
    }

    @Test("a copy of a file on this machine is kept, and one that is not there is named")
    func copy() async throws {
        try await files { files, folder in
            let path = folder + "/street.csv"
            let bytes = Data((0..<1_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31) })
            try bytes.write(to: URL(fileURLWithPath: path))

            let kept = try await files.keep(copyOf: path)

            #expect(kept.size == 1_000_000)
            #expect(try files.url(for: kept.hash).map { try Data(contentsOf: $0) } == bytes)
            await #expect(
                throws: KeptFileFault.refused(doing: "reading ‘/none.csv’", reason: "No such file or directory")
            ) {
                try await files.keep(copyOf: "/none.csv")
            }
        }
    }

    @Test("a file that is let go half received leaves nothing")
    func letGo() async throws {
        try await files { files, folder in
            do {
                let writer = try files.receive()
                try writer.write(Data("half".utf8))
                #expect(try FileManager.default.contentsOfDirectory(atPath: folder + "/files/incoming").count == 1)
            }
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder + "/files/incoming").isEmpty)
        }
    }

    @Test("what a stopped program left half received is swept away at the next start, and kept files stay")
    func sweep() async throws {
        try await Scratch.sqlite.withFolder { folder in
            let held = try DataFolder(folder)
            let kept = try await KeptFiles(in: held).keep(Chunks(["stays"]))
            try Data("orphan".utf8).write(to: URL(fileURLWithPath: folder + "/files/incoming/orphan"))

            let again = try KeptFiles(in: held)

            #expect(try FileManager.default.contentsOfDirectory(atPath: folder + "/files/incoming").isEmpty)
            #expect(again.size(of: kept.hash) == 5)
        }
    }

    @Test("a kept file that was altered on the disk, or is gone, is told apart")
    func scrub() async throws {
        try await files { files, folder in
            let kept = try await files.keep(Chunks(["as received"]))
            let path = try #require(files.url(for: kept.hash)?.path)
            try FileManager.default.removeItem(atPath: path)
            await #expect(throws: KeptFileFault.missing(kept.hash)) { try await files.check(kept.hash) }

            try Data("as altered".utf8).write(to: URL(fileURLWithPath: path))
            await #expect(throws: KeptFileFault.damaged(kept.hash)) { try await files.check(kept.hash) }
        }
    }

    @Test("a file that was refused can be taken away, and the same bytes are then new again")
    func discarded() async throws {
        try await files { files, _ in
            let kept = try await files.keep(Chunks(["somebody’s name"]))
            files.settle(kept.hash)
            #expect(try await isGone(kept, from: files, named: false))
            #expect(try await isGone(kept, from: files, named: false))

            #expect(files.url(for: kept.hash) == nil)
            #expect(try await files.keep(Chunks(["somebody’s name"])).isNew)
        }
    }

    @Test("one that a record names stays")
    func named() async throws {
        try await files { files, _ in
            let kept = try await files.keep(Chunks(["published"]))
            files.settle(kept.hash)
            #expect(try await !isGone(kept, from: files, named: true))
            #expect(files.url(for: kept.hash) != nil)
        }
    }

    @Test("whoever has just been given the same bytes, and has not named them yet, keeps them")
    func underWay() async throws {
        try await files { files, _ in
            let mine = try await files.keep(Chunks(["the same"]))
            let theirs = try await files.keep(Chunks(["the same"]))
            files.settle(mine.hash)
            #expect(try await !isGone(mine, from: files, named: false))
            files.settle(theirs.hash)
            #expect(try await isGone(theirs, from: files, named: false))
        }
    }

    @Test("while all are to stay, as for a backup, none is taken away; afterwards it is")
    func staying() async throws {
        try await files { files, _ in
            let kept = try await files.keep(Chunks(["left"]))
            files.settle(kept.hash)
            let wasGone = try await files.staying { try await isGone(kept, from: files, named: false) }
            #expect(!wasGone)
            #expect(files.url(for: kept.hash) == nil)
        }
    }

    @Test("bytes that come while the records are asked stay")
    func meanwhile() async throws {
        try await files { files, _ in
            let kept = try await files.keep(Chunks(["the same"]))
            files.settle(kept.hash)
            let isGone = try await files.discard(kept.hash) {
                files.settle(try await files.keep(Chunks(["the same"])).hash)
                return false
            }
            #expect(!isGone && files.url(for: kept.hash) != nil)
        }
    }

    @Test("a finished file takes no more")
    func finished() async throws {
        try await files { files, _ in
            let writer = try files.receive()
            try writer.write(Data("all".utf8))
            _ = try await writer.finish()

            #expect(throws: KeptFileFault.ended) { try writer.write(Data("more".utf8)) }
            await #expect(throws: KeptFileFault.ended) { try await writer.finish() }
        }
    }

    @Test("a full disk is told of in plain words", arguments: [ENOSPC, EDQUOT])
    func full(code: Int32) {
        #expect(KeptFileFault(SystemFault(code: code), doing: "keeping the file") == .diskFull)
        #expect(KeptFileFault.diskFull.description.contains("The disk is full"))
    }

    @Test("only 64 lower-case hexadecimal digits name a file", arguments: ["", "../../etc/passwd", "AB", "ba7816bf"])
    func names(text: String) {
        #expect(FileHash(text) == nil)
    }
}
