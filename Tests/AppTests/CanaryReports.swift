import Foundation
import Membership
import ScratchDatabases

@testable import App
@testable import Reports
@testable import Storage

extension Secrecy {
    private static let draft = Secrecy.kept(.holders(.writeReports))
    private static let word = Secrecy.plain("one of the program’s own words")
    private static let hash = Secrecy.plain("a hash, from which nothing can be read")
    private static let place = Secrecy.plain("which part of a report it is, by its name")

    /// Reports to committees. Whoever is asked about a draft or named in it may read it too: nobody who looks is.
    static let reports: [String: Secrecy] = [
        "report.title": draft,
        "report.state": word,
        "report.begun_by": .kept(.nobody),
        "report.final_title": .kept(.holders(.readReports)),
        "report_part.place": place,
        // Answers in JSON, of which a canary would be none: a report is written with some.
        "report_part.answers": .sownElsewhere,
        "report_part.written_by": draft,
        // What its hash does not fit is shown to nobody: a report is finished with some.
        "report_final.content": .sownElsewhere,
        "report_final.hash": hash,
        "report_file.sha256": hash,
        "report_final.changes": .plain("what parts of a report are called; a report is finished with canaries in them"),
        "report_final.finished_by": .kept(.holders(.readReports)),
        "report_step.kind": word,
        "report_step.why": draft,
        "report_step.made_by": draft,
        "clearance_request.implication": word,
        "clearance_request.name": draft,
        "clearance_request.asked_by": draft,
        "clearance_answer.kind": word,
        "clearance_answer.words": draft,
        "clearance_answer.text_hash": hash,
        "clearance_answer.substance_hash": hash,
        "clearance_answer.given_by": draft,
        "report_comment.place": place,
        "report_comment.text": draft,
        "report_comment.written_by": draft,
        "report_comment_answer.text": draft,
        "report_comment_answer.written_by": draft,
    ]
}

extension Writing {
    /// A report with everything that can be said of one.
    func enterReports(_ ids: [ID<CanaryRows>], of person: ID<Person>, at time: Date) throws {
        let (mine, hash) = (partnership, String(repeating: "0", count: 64))
        try run(
            """
            INSERT INTO report VALUES (
                \(ids[5]), \(mine), 'x', 'draft', \(ids[6]), 1, \(time), 'x', \(person), 1, 'x', \(true))
            """)
        try run("INSERT INTO report_part VALUES (\(mine), \(ids[5]), 1, 'title', '{\"title\":\"x\"}', 'x', \(time))")
        try run("INSERT INTO report_file VALUES (\(mine), \(ids[5]), 1, \(hash))")
        try run("INSERT INTO report_final VALUES (\(mine), \(ids[5]), 1, 1, 'x', \(hash), '[]', 'x', \(time))")
        try run("INSERT INTO report_step VALUES (\(mine), \(ids[5]), 1, 'withdrawn', 'x', 'x', \(time))")
        try run("INSERT INTO report_author VALUES (\(mine), \(ids[5]), \(ids[7]))")
        try run("INSERT INTO report_path VALUES (\(mine), \(ids[5]), \(ids[6]), 0, \(false))")
        try run("INSERT INTO recommendation VALUES (\(ids[5]), \(mine), \(ids[5]))")
        try run(
            """
            INSERT INTO clearance_request VALUES (
                \(ids[5]), \(mine), \(ids[5]), 1, 'legal', \(ids[7]), 'x', \(Day(time)), 'x', NULL, \(time))
            """)
        try run(
            """
            INSERT INTO clearance_answer VALUES (
                \(mine), \(ids[5]), 1, 'to change', 'x', \(hash), \(hash), 1, 'x', \(time))
            """)
        try run(
            "INSERT INTO report_comment VALUES (\(ids[5]), \(mine), \(ids[5]), 'title', 'x', 'x', \(ids[7]), \(time))")
        try run("INSERT INTO report_comment_answer VALUES (\(mine), \(ids[5]), 1, 'x', \(false), 'x', \(time))")
    }
}

extension CanarySower {
    /// Reports with a canary in every part of them: a draft, one that the public may read, and one that is exempt and goes to a body
    /// on which nobody sits.
    ///
    /// - Returns: where they are.
    mutating func sowReports(in house: House, isOurs: Bool = true) async throws -> [String] {
        let time = house.clock.now
        let empty = try await BodyStore(house.database, identities: house.installation.identities).add(
            BodyDetails(name: "Empty Committee", regime: .councilEngland), from: Day(time), by: .commandLine(), at: time
        )
        var addresses: [String] = []
        for (kind, readers) in [
            ("draft", Permission.writeReports), ("unrestricted", .readReports), ("exempt", .writeReports),
        ] {
            func canary(_ field: String) -> String {
                hatch("report \(kind) \(field)", isOurs: isOurs, readers: .holders(readers))
            }
            let report = try await SampleReport(house, titled: canary("title"))
            var classification = ["kind": kind == "draft" ? "unrestricted" : kind]
            if kind == "exempt" {
                classification["paragraphs"] = "3"
                classification["reason"] = canary("reason")
            }
            try await report.complete(classification: classification, for: empty)
            try await report.set(["text": canary("summary")], at: .summary)
            try await report.set(["text": canary("process")], at: .process)
            let annex = try await report.add(
                ["title": canary("annex"), "text": canary("annex text"), "shows": canary("annex shows")],
                file: canary("annex file name") + ".pdf", SmallPDF.saying(canary("annex file")))
            try await report.add(["name": canary("consulted")], to: .consultation)
            if kind != "draft" { try await report.finish() }
            let pages = [
                "", "/edit", "/clearance", "/clearance/legal", "/versions", "/comparison?from=0&to=9", "/completion",
            ]
            let files = ["/annexes/\(annex)/file", "/finals/1/annexes/\(annex)/file", "/report.pdf"]
            addresses += (pages + files + ["/comments", "/finals/1", "/lists/annexes", "/parts/summary/edit"]).map {
                report.address + $0
            }
        }
        return addresses
    }
}
