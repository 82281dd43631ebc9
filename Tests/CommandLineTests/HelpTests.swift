import Testing

@Suite("The program explains itself")
struct HelpTests {
    @Test("its help names every command, how settings are given, and what the exit codes mean")
    func help() async throws {
        try await Program.inFolder { program in
            let help = try await program.run("--help")
            #expect(help.status == 0)
            #expect(help.err.isEmpty)
            for word in ["serve", "import", "assess", "example", "FRANKPLEDGE_PORT", "--config", "Exit codes"] {
                #expect(help.out.contains(word), "\(word)")
            }
        }
    }

    @Test(
        "the help of a command says what it wants, in the words of whoever has it",
        arguments: [
            (["assess"], ["--district <name>", "--from <month>", "2014-01", "--json <file>", ".zip"]),
            (["serve"], ["--data", "--port", "8080", "--example", "thanet-2016"]),
            (["import"], ["police", "boundaries", "population", "lookups", "deprivation", "district-years"]),
            (["import", "police"], ["data.police.uk", "supersedes", "./data"]),
            (["example"], ["thanet-2016", "--to", "generated"]),
        ])
    func helpOfCommand(command: [String], words: [String]) async throws {
        try await Program.inFolder { program in
            let help = try await program.run(command + ["--help"])
            #expect(help.status == 0)
            for word in words { #expect(help.out.contains(word), "\(word)") }
        }
    }

    @Test(
        "a command that is not one is refused with where to look", arguments: [["asess"], ["import", "crimes", "x"]])
    func unknown(command: [String]) async throws {
        try await Program.inFolder { program in
            let outcome = try await program.run(command)
            #expect(outcome.status == 64)
            #expect(outcome.err.contains("--help"))
            #expect(outcome.out.isEmpty)
        }
    }
}
