import Foundation
import ScratchDatabases
import Testing

@Suite("An operator can back up, restore, verify and move what was saved")
struct SafekeepingTests {
    private func filled(_ program: Program) async throws {
        let file = try program.write(Street.kent("2014-01").utf8, to: "street.csv")
        let imported = try await program.run("import", "police", file, "--data", "data")
        #expect(imported.status == 0, "\(imported.err)")
    }

    /// Where the one kept file is.
    private func kept(in program: Program) throws -> URL {
        let files = program.folder.appending(path: "data/files")
        let paths = FileManager.default.enumerator(atPath: files.path)?.compactMap { $0 as? String } ?? []
        return files.appending(path: try #require(paths.first { $0.split(separator: "/").last?.count == 64 }))
    }

    @Test("a backup is made, checked and restored, and the restored folder verifies")
    func backup() async throws {
        try await Program.inFolder { program in
            try await filled(program)

            let made = try await program.run("backup", "--data", "data", "--to", "backup")
            let checked = try await program.run("verify", "--backup", "backup")
            let restored = try await program.run("restore", "backup", "--data", "restored")
            let verified = try await program.run("verify", "--data", "restored")

            #expect(made.out.contains("backup’, and restored from there for a trial"), "\(made)")
            #expect(made.out.contains("1 kept file"))
            #expect(
                made.out.contains("key is not in it") && restored.out.contains("The installation’s key is in no backup")
            )
            #expect(checked.out.contains("The backup is whole"))
            #expect(restored.out.contains("Restored to ‘restored’"), "\(restored)")
            #expect(verified.status == 0 && verified.out.contains("whole"), "\(verified)")
            #expect(
                verified.out.contains("The installation: ") && verified.out.contains("Community Safety Partnership: "))
            let again = try await program.run("backup", "--data", "data", "--to", "backup")
            #expect(again.status == 1 && again.err.contains("/backup’ is there already"))
        }
    }

    @Test("all of it can be asked of the program while it serves, and it goes on serving")
    func served() async throws {
        try await Program.inFolder { program in
            try await filled(program)
            let serving = try await Serving.start(program, "--data", "data", "--port", "0")

            let made = try await program.run("backup", "--data", "data", "--to", "backups/first")
            let again = try await program.run("backup", "--data", "data", "--to", "backups/first")
            let checked = try await program.run("verify", "--backup", "backups/first")
            let verified = try await program.run("verify", "--data", "data")
            let invited = try await program.run(
                "user", "invite", "ada@example.org", "--name", "Ada Byron", "--data", "data", "--address",
                "https://safer.example.org/")
            let listed = try await program.run("user", "list", "--data", "data")
            let found = try await program.run("reindex", "--data", "data")
            let ended = await serving.end()

            #expect(made.status == 0 && made.out.contains("/backups/first’, and restored from there"), "\(made)")
            #expect(made.err.contains("Copying files: 100%"))
            #expect(again.status == 1 && again.err.contains("/backups/first’ is there already"), "\(again)")
            #expect(checked.status == 0 && checked.out.contains("1 kept file."), "\(checked)")
            #expect(verified.status == 0 && verified.out.contains("1 kept file, all whole"), "\(verified)")
            #expect(invited.out.contains("https://safer.example.org/invitation/"), "\(invited)")
            #expect(listed.out.contains("ada@example.org\tinvited\tAda Byron"), "\(listed)")
            #expect(found.out.contains("can be found"), "\(found)")
            #expect(ended == 0)
            let after = try await program.run("user", "list", "--data", "data")
            #expect(after.out == listed.out)
        }
    }

    @Test("a program that takes no orders is told of, with what to do")
    func held() async throws {
        try await Program.inFolder { program in
            try await filled(program)
            // As another `import` does.
            let lock = open(program.folder.appending(path: "data/lock").path, O_RDWR)
            defer { close(lock) }
            #expect(flock(lock, LOCK_EX | LOCK_NB) == 0)

            let made = try await program.run("backup", "--data", "data", "--to", "backup")

            #expect(made.status == 1 && made.err.contains("takes no orders"), "\(made)")
            #expect(!program.isThere("backup"))
        }
    }

    @Test("the key lies in the data folder, or where the operator says; it is put back before or after restoring")
    func keys() async throws {
        try await Program.inFolder { program in
            try await filled(program)
            let key = program.folder.appending(path: "data/installation.key")
            let text = try Data(contentsOf: key)
            _ = try await program.run("backup", "--data", "data", "--to", "backup")
            let restored = program.folder.appending(path: "restored")
            try FileManager.default.createDirectory(at: restored, withIntermediateDirectories: true)
            try FileManager.default.copyItem(at: key, to: restored.appending(path: "installation.key"))
            let back = try await program.run("restore", "backup", "--data", "restored")
            #expect(back.status == 0 && !back.out.contains("in no backup"), "\(back)")

            let named = ["FRANKPLEDGE_KEY_FILE": program.folder.appending(path: "elsewhere.key").path]
            let missing = try await program.run("user", "list", "--data", "restored", environment: named)
            #expect(missing.status == 1 && missing.err.contains("elsewhere.key’, is not there"), "\(missing)")
            try FileManager.default.moveItem(at: key, to: program.folder.appending(path: "elsewhere.key"))
            let listed = try await program.run("user", "list", "--data", "data", environment: named)
            #expect(listed.status == 0, "\(listed)")
            #expect(!FileManager.default.fileExists(atPath: key.path))
            #expect(try Data(contentsOf: restored.appending(path: "installation.key")) == text)
        }
    }

    @Test("a byte changed in a kept file is found, and named")
    func damage() async throws {
        try await Program.inFolder { program in
            try await filled(program)
            let file = try kept(in: program)
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
            var bytes = try Data(contentsOf: file)
            bytes[0] ^= 1
            try bytes.write(to: file)

            let found = try await program.run("verify", "--data", "data")

            #expect(found.status == 1)
            #expect(found.err.contains(file.lastPathComponent), "\(found)")
        }
    }

    @Test("a kept file that is gone is found with what names it: here, while the site is served, and in a backup")
    func missing() async throws {
        try await Program.inFolder { program in
            try await filled(program)
            let file = try kept(in: program)
            try FileManager.default.removeItem(at: file)

            let found = try await program.run("verify", "--data", "data")
            let serving = try await Serving.start(program, "--data", "data", "--port", "0")
            let served = try await program.run("verify", "--data", "data")
            let made = try await program.run("backup", "--data", "data", "--to", "backup")
            _ = await serving.end()
            let checked = try await program.run("verify", "--backup", "backup")

            for said in [found, served] {
                #expect(said.status == 1)
                #expect(
                    said.err.contains(
                        "Error: The kept file \(file.lastPathComponent) is not there. What names it: the release "
                            + "‘street.csv’, received on "), "\(said)")
                #expect(said.out.contains("0 kept files, some missing."))
            }
            #expect(made.status == 0, "what there is, is backed up all the same: \(made)")
            #expect(
                checked.status == 1 && checked.err.contains("is not there. What names it: the release ‘street.csv’"))
            #expect(checked.out.contains("The rest of the backup is whole"), "\(checked)")
        }
    }

    @Test("a folder without records is no backup and has nothing to verify, and nothing is made")
    func nothing() async throws {
        try await Program.inFolder { program in
            let found = try await program.run("verify", "--data", "nowhere")
            let backup = try await program.run("restore", "nowhere", "--data", "restored")

            #expect(found.status == 1 && found.err.contains("there is no such folder"))
            #expect(backup.status == 1 && backup.err.contains("is no backup of ours"))
            #expect(!FileManager.default.fileExists(atPath: program.folder.appending(path: "nowhere").path))
        }
    }

    @Test(
        "a mistyped folder is told of and not made, whatever is asked of it",
        arguments: [
            ["backup", "--to", "backup"], ["user", "list"], ["user", "invite", "ada@example.org", "--name", "Ada"],
            ["reindex"], ["partnership", "list"], ["partnership", "add", "Swale", "--host", "swale.example.org"],
        ])
    func mistyped(command: [String]) async throws {
        try await Program.inFolder { program in
            try FileManager.default.createDirectory(
                at: program.folder.appending(path: "empty"), withIntermediateDirectories: true)
            for folder in ["nosuch", "empty"] {
                let said = try await program.run(command + ["--data", folder])
                #expect(said.status == 1 && said.err.contains("There are no records for the data folder"), "\(said)")
            }
            #expect(!program.isThere("nosuch") && !program.isThere("backup"))
            let held = try FileManager.default.contentsOfDirectory(atPath: program.folder.path + "/empty")
            #expect(held.isEmpty, "\(held)")
        }
    }

    @Test(
        "an empty database is not taken for that of a folder whose records are elsewhere",
        .enabled(if: Scratch.engines.contains(.postgreSQL)))
    func otherDatabase() async throws {
        try await Program.inFolder { program in
            try await filled(program)
            let data = program.folder.appending(path: "data")
            try FileManager.default.removeItem(at: data.appending(path: "installation.key"))
            try FileManager.default.moveItem(
                at: data.appending(path: "frankpledge.sqlite"), to: data.appending(path: "frankpledge.sqlite.moved"))
            try await Scratch.withServerAddress { address in
                let environment = ["FRANKPLEDGE_DATABASE": address]
                for command in [["serve", "--port", "0"], ["user", "list"], ["import", "police", "street.csv"]] {
                    let said = try await program.run(command + ["--data", "data"], environment: environment)
                    #expect(
                        said.status == 1 && said.err.contains("belongs to records that are somewhere else"), "\(said)")
                }
                #expect(!program.isThere("data/installation.key"))
            }
        }
    }

    @Test(
        "records are moved to PostgreSQL and worked with there",
        .enabled(if: Scratch.engines.contains(.postgreSQL)))
    func moving() async throws {
        try await Program.inFolder { program in
            try await filled(program)
            try await Scratch.withServerAddress { address in
                let environment = ["FRANKPLEDGE_DATABASE": address]
                let moved = try await program.run("migrate", "--data", "data", "--to", address)
                let lost = try await program.run("verify", "--data", "data")
                let verified = try await program.run("verify", "--data", "data", environment: environment)
                let again = try await program.run(
                    "import", "police", "street.csv", "--data", "data", environment: environment)
                let backup = try await program.run(
                    "backup", "--data", "data", "--to", "backup", environment: environment)

                #expect(moved.status == 0, "\(moved)")
                #expect(lost.status == 1 && lost.err.contains("were moved to PostgreSQL"), "\(lost)")
                #expect(verified.status == 0 && verified.out.contains("whole"), "\(verified)")
                #expect(again.status == 0, "\(again)")
                #expect(backup.status == 0, "\(backup)")

                try FileManager.default.removeItem(at: kept(in: program))
                let gone = try await program.run("verify", "--data", "data", environment: environment)
                #expect(
                    gone.status == 1 && gone.err.contains("is not there. What names it: the release ‘street.csv’"),
                    "\(gone)")
            }
        }
    }
}
