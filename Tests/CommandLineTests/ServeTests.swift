import Foundation
import Testing

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

@Suite("frankpledge serve", .timeLimit(.minutes(10)))
struct ServeTests {
    @Test("it says where it is and how to sign in, serves, and ends when told", arguments: [SIGINT, SIGTERM])
    func serve(signal: Int32) async throws {
        try await Program.inFolder { program in
            let serving = try await Serving.start(
                program, "--data", "data", "--port", "0", "--name", "Anytown Community Safety Partnership")
            let address = try serving.address()
            #expect(
                serving.lines.first?.hasPrefix("Anytown Community Safety Partnership is at http://127.0.0.1:") == true)
            #expect(
                serving.lines.contains {
                    $0.hasPrefix("Sign in, once, as the partnership’s officer, at \(address)/sign-in/")
                })

            let (page, response) = try await URLSession.shared.data(from: try #require(URL(string: address)))
            #expect((response as? HTTPURLResponse)?.statusCode == 200)
            #expect(String(decoding: page, as: UTF8.self).contains("Anytown Community Safety Partnership"))

            #expect(await serving.end(with: signal) == 0)
        }
    }

    @Test("one folder has one program at a time: the second is told which has it, and what to do")
    func inUse() async throws {
        try await Program.inFolder { program in
            let file = try program.write(Street.kent("2014-01").utf8, to: "k.csv")
            let serving = try await Serving.start(program, "--data", "data", "--port", "0")
            for command in [["serve", "--port", "0"], ["import", "police", file]] {
                let second = try await program.run(command + ["--data", "data"])
                #expect(second.status == 1)
                #expect(second.err.contains("The data folder ‘data’ is in use by process"), "\(second.err)")
                #expect(second.err.contains("Stop that one first, or name another folder."))
            }
            _ = await serving.end()
            let after = try await program.run("import", "police", file, "--data", "data")
            #expect(after.status == 0, "it is free again when the first has ended: \(after.err)")
        }
    }

    @Test("a port that is taken is named, with another to try")
    func portInUse() async throws {
        try await Program.inFolder { program in
            let serving = try await Serving.start(program, "--data", "first", "--port", "0")
            let port = try serving.port()
            let second = try await program.run("serve", "--data", "second", "--port", port)
            _ = await serving.end()
            #expect(second.status == 1)
            #expect(second.err.contains("Error: Port \(port) on 127.0.0.1 is in use"), "\(second.err)")
            #expect(second.err.contains("--port 0 for any that is free"))
            #expect(!second.err.contains("errno"))
            #expect(second.err.split(separator: "\n").count == 1, "nothing but that: \(second.err)")
            #expect(!program.isThere("second"))
        }
    }

    @Test("an address that is not this machine’s is told as such")
    func foreignAddress() async throws {
        try await Program.inFolder { program in
            let outcome = try await program.run("serve", "--data", "data", "--host", "203.0.113.9", "--port", "0")
            #expect(outcome.status == 1)
            #expect(outcome.err.contains("This machine has no address 203.0.113.9."), "\(outcome.err)")
        }
    }

    @Test("the example is not put over a partnership that is there already")
    func holdsAnother() async throws {
        try await Program.inFolder { program in
            let file = try program.write(Street.kent("2014-01").utf8, to: "k.csv")
            _ = try await program.run("import", "police", file, "--data", "data")
            let outcome = try await program.run("serve", "--data", "data", "--example", "thanet-2016", "--port", "0")
            #expect(outcome.status == 1)
            #expect(outcome.err.contains("Name an empty folder for the example, or leave --example away."))
        }
    }

    @Test("the one-time address is in a file that only its owner can read")
    func note() async throws {
        try await Program.inFolder { program in
            let serving = try await Serving.start(program, "--data", "data", "--port", "0")
            let note = program.folder.appending(path: "data/sign-in-address.txt").path
            let mode = try FileManager.default.attributesOfItem(atPath: note)[.posixPermissions] as? Int
            #expect(mode == 0o600)
            let address = try program.text("data/sign-in-address.txt").trimmingCharacters(in: .newlines)
            #expect(serving.lines.contains("Sign in, once, as the partnership’s officer, at \(address)"))
            _ = await serving.end()
        }
    }
}
