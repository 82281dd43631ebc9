import Foundation
import Testing

@Suite("frankpledge assess")
struct AssessTests {
    @Test("its JSON has the district, the months, what became of the rows, and every type month by month")
    func json() async throws {
        try await Program.inFolder { program in
            let files = try ["2014-01", "2014-02"].map {
                try program.write(Street.kent($0).utf8, to: "\($0)-kent-street.csv")
            }
            let outcome = try await program.run(thanet(files, to: "2014-03", "--json", "out.json"))
            #expect(outcome.status == 0, "\(outcome.err)")
            #expect(outcome.out.isEmpty)
            let read = try JSONSerialization.jsonObject(with: Data(try program.text("out.json").utf8))
            let json = try #require(read as? [String: Any])
            #expect(json["district"] as? String == "Thanet")
            #expect(json["from"] as? String == "2014-01")
            #expect(json["to"] as? String == "2014-03")
            #expect(json["rows"] as? [String: Int] == ["read": 24, "kept": 22, "unplaced": 2, "refused": 0])
            let series = try #require(json["series"] as? [[String: Any]])
            #expect(series.map { $0["type"] as? String } == ["Burglary", "Drugs", "Anti-social behaviour"])
            #expect(series.map { $0["total"] as? Int } == [6, 2, 12])
            let months = try #require(series[0]["months"] as? [[String: Any]])
            #expect(months.map { $0["month"] as? String } == ["2014-01", "2014-02", "2014-03"])
            #expect(months.map { $0["count"] as? Int } == [3, 3, nil], "March is missing, not zero")
        }
    }

    @Test("plain files, packed ones and an archive of months’ folders give the same")
    func containers() async throws {
        try await Program.inFolder { program in
            var plain: [String] = []
            for month in ["2014-01", "2014-02"] {
                plain.append(
                    try program.write(
                        Street.kent(month, burglaries: 5).utf8, to: "crime/\(month)/\(month)-kent-street.csv"))
                try program.write("Crime ID,Month\nx,\(month)\n".utf8, to: "crime/\(month)/\(month)-kent-outcomes.csv")
            }
            _ = try await program.tool("python3", "-m", "zipfile", "-c", "months.zip", "crime/2014-01", "crime/2014-02")
            for file in plain { _ = try await program.tool("gzip", "--keep", file) }

            var answers: [String] = []
            for files in [plain, plain.map { $0 + ".gz" }, ["months.zip"]] {
                let outcome = try await program.run(thanet(files, to: "2014-02", "--json", "-"))
                #expect(outcome.status == 0, "\(files): \(outcome.err)")
                var answer = try outcome.json()
                #expect(answer["rows"] as? [String: Int] == ["read": 36, "kept": 34, "unplaced": 2, "refused": 0])
                answer["sources"] = nil
                let bytes = try JSONSerialization.data(withJSONObject: answer, options: .sortedKeys)
                answers.append(String(decoding: bytes, as: UTF8.self))
            }
            #expect(answers[1] == answers[0])
            #expect(answers[2] == answers[0])
        }
    }

    @Test("with --json - the standard output is JSON and nothing else; progress and refused rows go to standard error")
    func pureJSON() async throws {
        try await Program.inFolder { program in
            let bad = Street.row("2014-13", "Drugs", "E01024658,Thanet 001B")
            let file = try program.write((Street.kent("2014-01") + bad).utf8, to: "k.csv")
            let outcome = try await program.run(thanet([file], "--json", "-"))
            #expect(outcome.status == 0)
            #expect(
                try outcome.json()["rows"] as? [String: Int] == ["read": 13, "kept": 11, "unplaced": 1, "refused": 1])
            #expect(outcome.err.contains("Reading: 100%\n"), "plain lines in a pipe: \(outcome.err)")
            #expect(outcome.err.contains("Refused: k.csv, line 14, ‘Month’: the month is ‘2014-13’"))
            #expect(!outcome.err.contains("\u{1B}"))
        }
    }

    @Test("every file is cited by its own name and hash")
    func sources() async throws {
        try await Program.inFolder { program in
            let files = try ["2014-01", "2014-02"].map {
                try program.write(Street.kent($0).utf8, to: "given/\($0)-kent-street.csv")
            }
            let outcome = try await program.run(thanet(files, to: "2014-02", "--json", "-"))
            let sources = try #require(try outcome.json()["sources"] as? [[String: Any]])
            #expect(
                sources.map { $0["title"] as? String } == ["2014-01-kent-street.csv", "2014-02-kent-street.csv"])
            for (file, source) in zip(files, sources) {
                let hash = try await program.tool("sha256sum", file).prefix(64)
                #expect(source["sha256"] as? [String] == [String(hash)])
            }
        }
    }

    @Test("the CSV has every count, and can be standard output too")
    func csv() async throws {
        try await Program.inFolder { program in
            let file = try program.write(Street.kent("2014-01").utf8, to: "k.csv")
            let outcome = try await program.run(thanet([file], "--csv", "-"))
            #expect(
                outcome.out == """
                    district,period,type,month,count,reason\r
                    Thanet,January 2014,Burglary,2014-01,3,\r
                    Thanet,January 2014,Drugs,2014-01,1,\r
                    Thanet,January 2014,Anti-social behaviour,2014-01,6,\r\n
                    """)
        }
    }

    @Test("without an output file a summary is printed that a clerk can read")
    func summary() async throws {
        try await Program.inFolder { program in
            let files = try [("2013-01", 40), ("2014-01", 1_200)].map {
                try program.write(Street.kent($0, burglaries: $1).utf8, to: "\($0).csv")
            }
            let outcome = try await program.run(thanet(files))
            #expect(outcome.status == 0)
            #expect(outcome.out.hasPrefix("Thanet, January 2014, compared with January 2013\n"), "\(outcome.out)")
            #expect(outcome.out.contains("Rows: 3,726 read, 3,724 kept, 2 without a place, 0 refused."))
            #expect(outcome.out.contains("All crime rose by"))
            #expect(outcome.out.contains("Burglary"))
            #expect(outcome.out.contains("1,200"))
            #expect(outcome.out.contains("Yes, a rise"))
        }
    }

    @Test("a district is found whatever its capitals, and its map has its points all the same")
    func capitals() async throws {
        try await Program.inFolder { program in
            let file = try program.write(Street.kent("2014-01").utf8, to: "k.csv")
            let outcome = try await program.run(
                "assess", file, "--district", "  thanet", "--from", "2014-01", "--to", "2014-01", "--json", "-")
            #expect(try outcome.json()["district"] as? String == "Thanet")
        }
    }

    @Test("a district that is not in the files is refused, and those that are there are named")
    func unknownDistrict() async throws {
        try await Program.inFolder { program in
            let file = try program.write(Street.kent("2014-01").utf8, to: "k.csv")
            let outcome = try await program.run(
                "assess", file, "--district", "Thannet", "--from", "2014-01", "--to", "2014-01", "--json", "out.json")
            #expect(outcome.status == 1)
            #expect(
                outcome.err.contains(
                    "Error: No row of the data lies in a district called ‘Thannet’. Did you mean Thanet? "
                        + "The data have rows of Dover and Thanet."))
            #expect(!program.isThere("out.json"))
        }
    }

    @Test("months that nothing is known of are refused with those that are here")
    func nothingKnown() async throws {
        try await Program.inFolder { program in
            let file = try program.write(Street.kent("2014-01").utf8, to: "k.csv")
            let outcome = try await program.run(thanet([file], from: "2015-01", to: "2015-12"))
            #expect(outcome.status == 1)
            #expect(outcome.err.contains("the files cover months from 2014-01 to 2014-01"))
        }
    }

    @Test("people make a rate")
    func population() async throws {
        try await Program.inFolder { program in
            let file = try program.write(Street.kent("2014-01").utf8, to: "k.csv")
            let people = try program.write("lad_code,lad_name,mid_2014\nE07000114,Thanet,4000\n".utf8, to: "people.csv")
            let outcome = try await program.run(thanet([file], "--population", people, "--json", "-"))
            let all = try #require(try outcome.json()["allCrime"] as? [String: Any])
            let rate = try #require(all["rate"] as? [String: Any])
            #expect(rate["value"] as? Double == 1)
            #expect(rate["people"] as? Int == 4_000)
            #expect(rate["basis"] as? String == "mid-2014 estimate")
        }
    }
}
