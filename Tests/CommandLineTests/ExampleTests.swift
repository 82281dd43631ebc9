import Foundation
import Testing

@Suite("frankpledge example")
struct ExampleTests {
    @Test("its files can be assessed like real ones, fall by 4.3%, and are declared to be made up")
    func assessed() async throws {
        try await Program.inFolder { program in
            let outcome = try await program.run("example", "--to", "example")
            #expect(outcome.status == 0, "\(outcome.err)")
            #expect(outcome.out.contains("24 months of incidents, and places.csv"))
            let names = try FileManager.default.contentsOfDirectory(
                atPath: program.folder.appending(path: "example").path
            ).sorted()
            #expect(names.count == 27)
            let files = names.filter { $0.hasSuffix("-street.csv") }.map { "example/\($0)" }
            let assessed = try await program.run(
                thanet(files, from: "2015-01", to: "2015-12", "--population", "example/places.csv", "--json", "-"))
            let json = try assessed.json()
            #expect(json["generated"] as? Bool == true)
            let all = try #require(json["allCrime"] as? [String: Any])
            let change = try #require(all["change"] as? [String: Any])
            #expect(change["before"] as? Int == 12_172)
            #expect(change["after"] as? Int == 11_648)
            #expect((change["percent"] as? Double).map { ($0 * 10).rounded() } == -43)
            #expect(all["rate"] != nil)
        }
    }

    @Test("a folder that holds something is left alone")
    func notEmpty() async throws {
        try await Program.inFolder { program in
            try program.write("mine".utf8, to: "full/mine.txt")
            for folder in ["full", "full/mine.txt"] {
                let outcome = try await program.run("example", "--to", folder)
                #expect(outcome.status == 2)
                #expect(outcome.err.contains("Error: \(folder): "))
                #expect(outcome.err.contains("--to"))
            }
            #expect(try program.text("full/mine.txt") == "mine")
        }
    }

    @Test(
        "an example that there is not is answered with those that there are",
        arguments: [["example"], ["serve", "--example"]])
    func unknown(command: [String]) async throws {
        try await Program.inFolder { program in
            let outcome = try await program.run(command + ["margate-1999"])
            #expect(outcome.status == 1)
            #expect(outcome.err.contains("There is no example called ‘margate-1999’. There are: thanet-2016."))
        }
    }
}
