import Storage

/// The files that stand in reports, or once stood in them: every saving of a report stays, and so do they.
public struct NamedReportFiles: NamesKeptFiles {
    public let tablesNamingFiles: Set = ["report_file"]

    public init() {}

    public func names(_ hash: FileHash, in db: Reading) throws -> Bool {
        let named: Int? = try db.value("SELECT count(*) FROM report_file WHERE sha256 = \(hash)")
        return (named ?? 0) > 0
    }

    public func eachNamedFile(in db: Reading, _ body: (NamedFile) throws -> Void) throws {
        try db.each(
            """
            SELECT report, number, sha256 FROM report_file
            WHERE partnership = \(db.partnership) ORDER BY report, number
            """
        ) { row in
            let (report, number): (ID<Report>, Int) = try (row("report"), row("number"))
            // What it is called is for those who may open the report.
            try body(NamedFile(row("sha256"), by: "an annex of the report /reports/\(report), version \(number)"))
        }
    }
}

extension Writing {
    /// Notes that a saving of a report has a file, so that it is kept as long as the saving is.
    func noteFile(_ answers: PartAnswers, of report: ID<Report>, number: Int) throws {
        guard let file = answers.file else { return }
        try run(
            """
            INSERT INTO report_file (partnership, report, number, sha256)
            VALUES (\(partnership), \(report), \(number), \(file.hash))
            """)
    }
}
