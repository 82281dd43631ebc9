import Foundation
import ScratchDatabases
import Testing

@testable import Storage

@Suite("Secrets are wrapped with a key that lies outside the records")
struct KeyTests {
    private static let secret: [UInt8] = Array("twenty bytes exactly".utf8)
    private let one = WrappedPlace("second_factor.secret", of: Identities.seeded(1).new(Tenant.self, at: Scratch.noon))
    private let other = WrappedPlace(
        "second_factor.secret", of: Identities.seeded(2).new(Tenant.self, at: Scratch.noon))

    private func keys(_ ring: [InstallationKey] = [InstallationKey()]) throws -> InstallationKeys {
        try #require(InstallationKeys(ring))
    }

    @Test("what was wrapped opens again, is different each time, and holds nothing of the secret")
    func roundTrip() throws {
        let keys = try keys()
        let (first, second) = (try keys.wrap(Self.secret, for: one), try keys.wrap(Self.secret, for: one))
        #expect(try keys.open(first, for: one) == Self.secret)
        #expect(first != second)
        #expect(first.count == Self.secret.count + InstallationKeys.overhead)
        #expect(Data(first).range(of: Data(Self.secret)) == nil)
        #expect(keys.isWrappedAnew(first) && !keys.isWrappedAnew(Self.secret))
    }

    @Test("S81: in another row, or for another purpose, it does not open")
    func moved() throws {
        let (keys, elsewhere) = (
            try keys(),
            WrappedPlace("other.secret", of: Identities.seeded(1).new(Tenant.self, at: Scratch.noon))
        )
        let wrapped = try keys.wrap(Self.secret, for: one)
        #expect(throws: KeyFault.damaged) { try keys.open(wrapped, for: other) }
        #expect(throws: KeyFault.damaged) { try keys.open(wrapped, for: elsewhere) }
    }

    @Test("with one bit changed anywhere, or cut short, it does not open")
    func tampered() throws {
        let keys = try keys()
        let wrapped = try keys.wrap(Self.secret, for: one)
        for place in wrapped.indices {
            var changed = wrapped
            changed[place] ^= 1
            #expect(throws: KeyFault.self) { try keys.open(changed, for: one) }
        }
        for length in [0, 1, 8, 9, 20, wrapped.count - 1] {
            #expect(throws: KeyFault.self) { try keys.open(Array(wrapped.prefix(length)), for: one) }
        }
    }

    @Test("another key opens nothing; an older one below the first opens what it wrapped")
    func ring() throws {
        let (old, new) = (InstallationKey(), InstallationKey())
        let wrapped = try keys([old]).wrap(Self.secret, for: one)
        #expect(throws: KeyFault.notHere) { try keys([new]).open(wrapped, for: one) }
        let both = try keys([new, old])
        #expect(try both.open(wrapped, for: one) == Self.secret)
        #expect(!both.isWrappedAnew(wrapped))
        #expect(try both.isWrappedAnew(both.wrap(Self.secret, for: one)))
    }

    @Test("a data folder is given a key once, for its owner alone, however many ask at once")
    func made() async throws {
        try await Scratch.sqlite.withFolder { folder in
            try makeFolders(folder)
            let wrapped = try await withThrowingTaskGroup(of: [UInt8].self) { group in
                for _ in 0..<20 {
                    group.addTask { try KeyFile.keys(inFolder: folder).wrap(Self.secret, for: one) }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            let keys = try KeyFile.keys(inFolder: folder)
            for box in wrapped { #expect(try keys.open(box, for: one) == Self.secret) }
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["installation.key"])
            let mode = try FileManager.default.attributesOfItem(atPath: folder + "/installation.key")[.posixPermissions]
            #expect(mode as? Int == 0o600)
        }
    }

    @Test("a file that others can read, that is none, or has a slip in it, is refused; one that is named is never made")
    func refused() async throws {
        try await Scratch.sqlite.withFolder { folder in
            try makeFolders(folder)
            let file = folder + "/named.key"
            #expect(throws: KeyFault.missing(file: file)) { try KeyFile.keys(in: file) }
            let key = InstallationKey().text
            func write(_ text: String, mode: Int = 0o600) throws {
                try Data(text.utf8).write(to: URL(filePath: file))
                try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: file)
            }
            try write(key + "\n", mode: 0o640)
            #expect(throws: KeyFault.openToOthers(file: file)) { try KeyFile.keys(in: file) }
            try write("# a copy\n\n \(key) \n")
            _ = try KeyFile.keys(in: file)
            try write("# a copy\n\(key.dropLast(4))\n")
            #expect(throws: KeyFault.notAKey(file: file, line: 2)) { try KeyFile.keys(in: file) }
            try write("# nothing\n")
            #expect(throws: KeyFault.empty(file: file)) { try KeyFile.keys(in: file) }
        }
    }

    @Test("no backup holds the key; what it was copied to before opens what was wrapped", arguments: Scratch.engines)
    func backup(scratch: Scratch) async throws {
        try await Scratch.sqlite.withFolder { folder in
            try await scratch.database { database in
                let wrapped = try database.keys.wrap(Self.secret, for: one)
                try await database.backUp(to: folder + "/backup", at: Scratch.noon)
                let names = FileManager.default.enumerator(atPath: folder + "/backup")?.compactMap { $0 as? String }
                #expect(names?.contains { $0.hasSuffix(".key") } == false)

                let (lost, found) = (folder + "/lost", folder + "/found")
                try makeFolders(found)
                let copy = try #require(database.keys.firstLine)
                try writeWhole(Array("\(copy)\n".utf8), to: found + "/installation.key")
                for target in [lost, found] {
                    try await Backup(of: folder + "/backup").restore(to: target, migrations: [])
                    let restored = try await Database.open(
                        folder: target, migrations: [], at: Scratch.noon, logger: .silent)
                    if target == found {
                        #expect(try restored.keys.open(wrapped, for: one) == Self.secret)
                    } else {
                        #expect(throws: KeyFault.notHere) { try restored.keys.open(wrapped, for: one) }
                    }
                    await restored.close()
                }
            }
        }
    }
}
