import Foundation
import Testing

@Suite("What cannot be used is refused in plain words, and nothing is written")
struct MisuseTests {
    @Test(
        "a month that is not written as one is answered with how a month looks", arguments: ["2014-13", "Jan 2014", ""])
    func month(text: String) async throws {
        try await Program.inFolder { program in
            let outcome = try await program.run(
                "assess", "k.csv", "--district", "Thanet", "--from", text, "--to", "2014-11")
            #expect(outcome.status == 64)
            #expect(outcome.err.contains("A month is written as year and number, like 2014-01 for January 2014."))
        }
    }

    @Test(
        "months that make no period are refused before a file is read",
        arguments: [
            (["--from", "2014-11", "--to", "2014-01"], "The period ends (2014-01) before it begins (2014-11)."),
            (["--from", "2001-01", "--to", "2014-01"], "more than ten years"),
            (["--from", "2014-01", "--to", "2014-02", "--compare-from", "2013-01"], "Give both --compare-from"),
            (
                ["--from", "2014-01", "--to", "2014-12", "--compare-from", "2013-01", "--compare-to", "2013-11"],
                "a part of a year looks like a fall"
            ),
            (["--from", "2014-01", "--to", "2014-02", "--json", "-", "--csv", "-"], "Only one of"),
        ])
    func period(options: [String], words: String) async throws {
        try await Program.inFolder { program in
            let outcome = try await program.run(["assess", "nosuch.csv", "--district", "Thanet"] + options)
            #expect(outcome.status == 64)
            #expect(outcome.err.contains(words), "\(outcome.err)")
        }
    }

    /// A file nobody can use: its name, its bytes, and what is said of it.
    struct Unusable: CustomTestStringConvertible, Sendable {
        let name: String
        let bytes: [UInt8]
        let words: [String]

        var testDescription: String { name }

        init(_ name: String, _ text: String, _ words: String...) {
            (self.name, bytes, self.words) = (name, Array(text.utf8), words)
        }

        init(_ name: String, bytes: [UInt8], _ words: String...) {
            (self.name, self.bytes, self.words) = (name, bytes, words)
        }
    }

    private static let broken = [
        Unusable("empty.csv", "", "empty.csv: the file is empty."),
        Unusable("header-only.csv", Street.header, "has a header and no rows"),
        Unusable("no-lsoa.csv", "Crime ID,Month,Crime type\n,2014-01,Drugs\n", "no-lsoa.csv, line 1", "‘LSOA code’"),
        Unusable("binary.csv", bytes: (0..<4_000).map { UInt8(truncatingIfNeeded: $0 &* 37) }, "binary.csv"),
        Unusable(
            "utf16.csv", bytes: [0xFF, 0xFE] + Street.kent("2014-01").utf8.flatMap { [$0, 0] }, "UTF-16", "CSV in UTF-8"
        ),
        Unusable(
            "latin1.csv",
            bytes: Array(Street.kent("2014-01").utf8) + Array("x,2014-01,Police d".utf8) + [0xE9, 0x0A],
            "latin1.csv, line 14", "not UTF-8"),
        Unusable(
            "unclosed.csv", Street.kent("2014-01") + "\"x,2014-01,Kent Police\n", "unclosed.csv, line 14"),
        Unusable(
            "nonsense.csv", Street.header + String(repeating: "a,b,c,d,e,f,g,h,i,j,k,l\n", count: 400),
            "nonsense.csv", "400 of its 400 rows cannot be used", "line 2, ‘Month’: the month is ‘b’"),
    ]

    @Test("a file that cannot be used is named, with the place and what to do", arguments: broken)
    func refused(file: Unusable) async throws {
        try await Program.inFolder { program in
            let good = try program.write(Street.kent("2014-02").utf8, to: "good.csv")
            let bad = try program.write(file.bytes, to: file.name)
            let outcome = try await program.run(
                thanet([good, bad], to: "2014-02", "--json", "out.json", "--csv", "out.csv"))
            #expect(outcome.status == 2, "\(outcome.err)")
            for words in file.words { #expect(outcome.err.contains(words), "\(outcome.err)") }
            #expect(outcome.out.isEmpty)
            #expect(!program.isThere("out.json"))
            #expect(!program.isThere("out.csv"))
        }
    }

    @Test("a packed file that breaks off is told apart from a short one")
    func truncated() async throws {
        try await Program.inFolder { program in
            try program.write(Street.kent("2014-01", burglaries: 2_000).utf8, to: "k.csv")
            _ = try await program.tool("gzip", "k.csv")
            let packed = try Data(contentsOf: program.folder.appending(path: "k.csv.gz"))
            try program.write(packed.prefix(packed.count / 2), to: "half.csv.gz")
            let outcome = try await program.run(thanet(["half.csv.gz"], "--json", "out.json"))
            #expect(outcome.status == 2)
            #expect(outcome.err.contains("half.csv.gz: the gzip file breaks off"))
            #expect(!program.isThere("out.json"))
        }
    }

    @Test("a file that is not there, and a folder, are told as such")
    func missing() async throws {
        try await Program.inFolder { program in
            let missing = try await program.run(thanet(["nosuch.csv"], "--json", "out.json"))
            #expect(missing.status == 2)
            #expect(missing.err.contains("nosuch.csv: there is no such file."))
            let folder = try await program.run(thanet(["."]))
            #expect(folder.status == 2)
            #expect(folder.err.contains("this is a folder. Give the files in it."))
            #expect(!program.isThere("out.json"))
        }
    }

    @Test("the same month in two files is refused, for it would be counted twice")
    func twice() async throws {
        try await Program.inFolder { program in
            let files = try ["a.csv", "b.csv"].map { try program.write(Street.kent("2014-01").utf8, to: $0) }
            let outcome = try await program.run(thanet(files))
            #expect(outcome.status == 2)
            #expect(outcome.err.contains("it would be counted twice. Give only one of them."))
        }
    }

    @Test("an output that cannot be written is told before anything is read")
    func output() async throws {
        try await Program.inFolder { program in
            let missing = try await program.run(thanet(["nosuch.csv"], "--json", "nosuch/out.json"))
            #expect(missing.status == 2)
            #expect(missing.err.contains("nosuch/out.json: there is no folder"))
            let folder = try await program.run(thanet(["nosuch.csv"], "--pdf", "."))
            #expect(folder.err.contains("it is a folder"))
        }
    }

    @Test("a full disk is told, never passed over in silence", arguments: [["--json", "-"], ["--csv", "-"], []])
    func fullDisk(options: [String]) async throws {
        try await Program.inFolder { program in
            let file = try program.write(Street.kent("2014-01").utf8, to: "k.csv")
            // A device that every write fails on.
            let outcome = try await program.run(thanet([file]) + options, onto: "/dev/full")
            #expect(outcome.status != 0)
            #expect(outcome.err.contains("standard output"), "\(outcome.err)")
            #expect(outcome.err.contains("Is the disk full?"))
        }
    }

    @Test("a file given twice is refused, for it would be counted twice")
    func givenTwice() async throws {
        try await Program.inFolder { program in
            let outcome = try await program.run(thanet(["k.csv", "k.csv"]))
            #expect(outcome.status == 64)
            #expect(outcome.err.contains("The file ‘k.csv’ is given twice"))
        }
    }

    @Test(
        "boundaries or people that cannot be used are refused like any file",
        arguments: ["--population", "--boundaries"])
    func places(option: String) async throws {
        try await Program.inFolder { program in
            let file = try program.write(Street.kent("2014-01").utf8, to: "k.csv")
            let wrong = try program.write("name,colour\nBert,blue\n".utf8, to: "wrong.csv")
            let outcome = try await program.run(thanet([file], option, wrong, "--json", "out.json"))
            #expect(outcome.status == 2)
            #expect(outcome.err.contains("Error: wrong.csv"))
            #expect(!program.isThere("out.json"))
        }
    }
}
