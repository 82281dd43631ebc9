import Foundation
import Testing

@Suite("An operator serves several partnerships from one installation")
struct PartnershipTests {
    @Test("they are added, listed and moved, and what is about one must say which")
    func several() async throws {
        try await Program.inFolder { program in
            let file = try program.write(Street.kent("2014-01").utf8, to: "street.csv")
            let begun = try await program.run("import", "police", file, "--data", "data")
            #expect(begun.status == 0, "\(begun)")

            let added = try await program.run(
                "partnership", "add", "Medway Community Safety Partnership", "--host", "Medway.localhost",
                "--district", "Medway", "--data", "data")
            let unsaid = try await program.run("import", "police", file, "--data", "data")
            let said = try await program.run(
                "import", "police", file, "--data", "data", "--partnership", "medway.localhost")
            let moved = try await program.run(
                "partnership", "move", "medway community safety partnership", "--host", "safer-medway.localhost",
                "--data", "data")
            let list = try await program.run("partnership", "list", "--data", "data")

            #expect(added.status == 0 && added.out.contains("is entered, at Medway.localhost"), "\(added)")
            #expect(unsaid.status == 1 && unsaid.err.contains("Say which with --partnership"), "\(unsaid)")
            #expect(said.status == 0, "\(said)")
            #expect(moved.status == 0, "\(moved)")
            #expect(
                list.out.split(separator: "\n").map(String.init) == [
                    "http://127.0.0.1:8080\tCommunity Safety Partnership",
                    "http://safer-medway.localhost:8080\tMedway Community Safety Partnership",
                ])
        }
    }

    @Test(
        "what cannot be a host name, or is another’s, is refused in words",
        arguments: [
            ("https://medway.example.org", "is not a host name"), ("127.0.0.1", "is not a host name"),
            ("taken.example.org", "Another partnership here has this host name"),
        ])
    func refused(host: String, reason: String) async throws {
        try await Program.inFolder { program in
            let file = try program.write(Street.kent("2014-01").utf8, to: "street.csv")
            _ = try await program.run("import", "police", file, "--data", "data")
            _ = try await program.run(
                "partnership", "add", "Swale", "--host", "taken.example.org", "--data", "data")
            let answer = try await program.run("partnership", "add", "Medway", "--host", host, "--data", "data")
            #expect(answer.status == 1 && answer.err.contains(reason), "\(answer)")
        }
    }
}
