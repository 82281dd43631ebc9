import Foundation
import Testing

@Suite("frankpledge assess --all")
struct AssessAllTests {
    /// Two districts of Kent over two months, five small areas each, and one that has only stray rows.
    private static func files(_ program: Program) throws -> [String] {
        try ["2014-01", "2014-02"].map { month in
            var text = Street.header
            for (name, base, burglaries) in [("Thanet", 100, 4), ("Dover", 200, 3)] {
                for area in 0..<5 {
                    let row = Street.row(month, "Burglary", "E0100\(base + area)0,\(name) 00\(area)A")
                    text += String(repeating: row, count: burglaries)
                }
            }
            text += Street.row(month, "Drugs", "E01009990,Medway 001A")
            return try program.write(text.utf8, to: "\(month)-kent-street.csv")
        }
    }

    @Test("every district gets its own JSON and CSV, the same as assessed alone, and stray rows make none")
    func everyDistrict() async throws {
        try await Program.inFolder { program in
            let files = try Self.files(program)
            let outcome = try await program.run(
                ["assess"] + files + [
                    "--all", "--from", "2014-01", "--to", "2014-02", "--json", "out", "--csv", "tables",
                ])
            #expect(outcome.status == 0, "\(outcome.err)")
            #expect(outcome.out == "Assessed 2 of 2 districts.\n")
            #expect(outcome.err.contains("only a few of their small areas have a row"))
            #expect(outcome.err.contains(": Medway. To assess one all the same, name it with --district."))
            for (district, slug) in [("Thanet", "thanet"), ("Dover", "dover")] {
                let alone = try await program.run(
                    ["assess"] + files
                        + ["--district", district, "--from", "2014-01", "--to", "2014-02", "--json", "alone.json"])
                #expect(alone.status == 0, "\(alone.err)")
                #expect(try program.text("out/\(slug).json") == program.text("alone.json"))
                #expect(
                    try program.text("tables/\(slug).csv").contains("\(district),January to February 2014,Burglary"))
            }
            #expect(throws: (any Error).self) { try program.text("out/medway.json") }
        }
    }

    @Test("districts whose names differ in what a file’s name leaves out have a file each")
    func alikeNames() async throws {
        try await Program.inFolder { program in
            var text = Street.header
            for (name, base) in [("St Albans", 100), ("St. Albans", 200)] {
                for area in 0..<5 { text += Street.row("2014-01", "Drugs", "E0100\(base + area)0,\(name) 00\(area)A") }
            }
            let file = try program.write(text.utf8, to: "2014-01-kent-street.csv")
            let outcome = try await program.run(
                ["assess", file, "--all", "--from", "2014-01", "--to", "2014-01", "--json", "out"])
            #expect(outcome.out == "Assessed 2 of 2 districts.\n", "\(outcome.err)")
            #expect(try program.text("out/st-albans.json").contains(#""district" : "St Albans""#))
            #expect(try program.text("out/st-albans-2.json").contains(#""district" : "St. Albans""#))
        }
    }

    @Test("a district of which nothing is known in the months is told and left out, and the others are made")
    func leftOut() async throws {
        try await Program.inFolder { program in
            var files = try Self.files(program)
            var text = Street.header
            for area in 0..<5 {
                text += Street.row("2015-01", "Drugs", "E0100\(300 + area)0,Colchester 00\(area)A")
                    .replacing("Kent Police", with: "Essex Police")
            }
            files.append(try program.write(text.utf8, to: "2015-01-essex-street.csv"))
            let outcome = try await program.run(
                ["assess"] + files + ["--all", "--from", "2014-01", "--to", "2014-02", "--json", "out"])
            #expect(outcome.status == 0, "\(outcome.err)")
            #expect(outcome.out == "Assessed 2 of 3 districts.\n")
            #expect(outcome.err.contains("Left out: Nothing is known of Colchester in January to February 2014"))
        }
    }

    @Test(
        "what cannot be asked together is refused before anything is read",
        arguments: [
            (["--all", "--district", "Thanet", "--json", "out"], "Give either --district and its name, or --all."),
            (["--json", "out"], "Give either --district and its name, or --all."),
            (["--all"], "With --all name a folder for the files"),
            (["--all", "--json", "-"], "name a folder, not -"),
        ])
    func misuse(options: [String], words: String) async throws {
        try await Program.inFolder { program in
            let outcome = try await program.run(
                ["assess", "no-such.csv", "--from", "2014-01", "--to", "2014-02"] + options)
            #expect(outcome.status == 64)
            #expect(outcome.err.contains(words), "\(outcome.err)")
        }
    }

    @Test("a folder that is a file is refused, and nothing is made")
    func notAFolder() async throws {
        try await Program.inFolder { program in
            let files = try Self.files(program)
            _ = try program.write("x".utf8, to: "out")
            let outcome = try await program.run(
                ["assess"] + files + ["--all", "--from", "2014-01", "--to", "2014-02", "--json", "out"])
            #expect(outcome.status == 2)
            #expect(outcome.err.contains("it is a file"))
            #expect(try program.text("out") == "x")
        }
    }
}
