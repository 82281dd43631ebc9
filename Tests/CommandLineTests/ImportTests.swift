import Foundation
import Testing

@Suite("frankpledge import")
struct ImportTests {
    private static let people = "lad_code,lad_name,mid_2014\nE07000114,Thanet,139000\n"
    private static let lookup = "LSOA11CD,LSOA11NM,LAD18CD,LAD18NM\nE01024657,Thanet 001A,E07000114,Thanet\n"
    private static let boundaries = """
        {"type": "FeatureCollection", "features": [{"type": "Feature",
        "properties": {"LSOA11CD": "E01024657", "LSOA11NM": "Thanet 001A"}, "geometry": {"type": "Polygon",
        "coordinates": [[[1.38, 51.38], [1.40, 51.38], [1.40, 51.40], [1.38, 51.40], [1.38, 51.38]]]}}]}
        """

    @Test("what became of each file is said, and the same file again changes nothing")
    func police() async throws {
        try await Program.inFolder { program in
            let file = try program.write(Street.kent("2014-01").utf8, to: "k.csv")
            let first = try await program.run("import", "police", file, "--data", "data")
            #expect(first.status == 0, "\(first.err)")
            #expect(
                first.out == """
                    k.csv: 12 rows read, 11 kept, 1 without a place, 0 refused (January 2014).
                    The data folder is ‘data’.\n
                    """)
            #expect(first.err.contains("Importing: 100%\n"))
            let again = try await program.run("import", "police", file, "--data", "data")
            #expect(again.status == 0)
            #expect(again.out.hasPrefix("k.csv: already here, to the last byte; nothing was changed."))
        }
    }

    @Test("people, lookups and boundaries are taken in by their own commands")
    func places() async throws {
        try await Program.inFolder { program in
            for (kind, text) in [
                ("population", Self.people), ("lookups", Self.lookup), ("boundaries", Self.boundaries),
            ] {
                let file = try program.write(text.utf8, to: "\(kind).txt")
                let outcome = try await program.run("import", kind, file, "--data", "data")
                #expect(outcome.status == 0, "\(outcome.err)")
                #expect(outcome.out.hasPrefix("\(kind).txt: 1 place read."))
            }
        }
    }

    @Test("with --json programs are told of each file, those refused among them")
    func json() async throws {
        try await Program.inFolder { program in
            let good = try program.write(Street.kent("2014-01").utf8, to: "good.csv")
            let bad = try program.write("".utf8, to: "bad.csv")
            let outcome = try await program.run("import", "police", bad, good, "--data", "data", "--json")
            #expect(outcome.status == 2, "one was refused")
            let all = try #require(
                try JSONSerialization.jsonObject(with: Data(outcome.out.utf8)) as? [[String: Any]])
            #expect(all.map { $0["file"] as? String } == ["bad.csv", "good.csv"])
            #expect(all.map { $0["outcome"] as? String } == ["refused", "accepted"])
            #expect(all[1]["rows"] as? [String: Int] == ["read": 12, "kept": 11, "unplaced": 1, "refused": 0])
            #expect((all[0]["sentence"] as? String)?.hasPrefix("bad.csv: the file is empty.") == true)
        }
    }

    @Test("one file that is refused does not keep the others out")
    func others() async throws {
        try await Program.inFolder { program in
            let bad = try program.write("".utf8, to: "bad.csv")
            let good = try program.write(Street.kent("2014-01").utf8, to: "good.csv")
            let outcome = try await program.run("import", "police", bad, good, "--data", "data")
            #expect(outcome.status == 2)
            #expect(outcome.err.contains("Error: bad.csv: the file is empty."))
            #expect(outcome.out.hasPrefix("good.csv: 12 rows read"))
        }
    }

    @Test("a name misspelt is told before anything is taken in")
    func misspelt() async throws {
        try await Program.inFolder { program in
            let good = try program.write(Street.kent("2014-01").utf8, to: "good.csv")
            for (name, words) in [
                ("nosuch.csv", "there is no such file"), (".", "this is a folder"),
                ("/dev/zero", "this is not an ordinary file"),
            ] {
                let outcome = try await program.run("import", "police", good, name, "--data", "data")
                #expect(outcome.status == 2)
                #expect(outcome.err.contains("Error: \(name): \(words)"))
                #expect(outcome.err.contains("Nothing was imported."))
            }
            #expect(!program.isThere("data"))
        }
    }

    @Test(
        "a file given as the wrong kind is refused with what is wrong",
        arguments: ["population", "lookups", "boundaries"])
    func wrongKind(kind: String) async throws {
        try await Program.inFolder { program in
            let file = try program.write(Street.kent("2014-01").utf8, to: "k.csv")
            let outcome = try await program.run("import", kind, file, "--data", "data")
            #expect(outcome.status == 2)
            #expect(outcome.err.contains("Error: k.csv"))
            #expect(outcome.out.isEmpty)
        }
    }

    @Test("a data folder that cannot be is told as such")
    func folder() async throws {
        try await Program.inFolder { program in
            let file = try program.write(Street.kent("2014-01").utf8, to: "k.csv")
            let outcome = try await program.run("import", "police", file, "--data", "k.csv")
            #expect(outcome.status == 1)
            #expect(outcome.err.contains("The data folder ‘k.csv’ can’t be used"))
        }
    }
}
