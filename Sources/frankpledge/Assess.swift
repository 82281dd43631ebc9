import App
import ArgumentParser
import Assessment
import DataFiles
import Foundation

struct Assess: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Assess a district from police files, with no server and no data folder.",
        discussion: """
            The files are street-level crime as data.police.uk publishes it: CSV, plain or .gz, or the .zip of months’ \
            folders. Nothing is kept. Without --json, --csv or --pdf a summary is printed.
            """)

    @Argument(help: "The files.", completion: .file())
    var files: [String]

    @Option(name: .long, help: "The district, as LSOAs are named after it: Thanet.")
    var district: String

    @Option(name: .long, help: "The first month: 2014-01.")
    var from: Month

    @Option(name: .long, help: "The last month: 2014-11.")
    var to: Month

    @Option(
        name: .customLong("compare-from"),
        help: "The first month to compare with. (default: a year before, if it is here)")
    var compareFrom: Month?

    @Option(name: .customLong("compare-to"), help: "The last month to compare with.")
    var compareTo: Month?

    @Option(name: .long, help: "People by LSOA or district (CSV), for rates.", completion: .file())
    var population: [String] = []

    @Option(name: .long, help: "Boundaries of LSOAs (GeoJSON or TopoJSON), for the map.", completion: .file())
    var boundaries: String?

    @Option(name: .long, help: "Write the assessment as JSON; - is standard output.", completion: .file())
    var json: String?

    @Option(name: .long, help: "Write the counts by type and month as CSV; - is standard output.", completion: .file())
    var csv: String?

    @Option(name: .long, help: "Write the assessment as PDF.", completion: .file())
    var pdf: String?

    @Option(name: .long, help: "The Python that makes PDFs and charts.", completion: .file())
    var press: String?

    func validate() throws {
        if (compareFrom == nil) != (compareTo == nil) {
            throw ValidationError("Give both --compare-from and --compare-to, or neither.")
        }
    }

    func run() async throws {
        let terminal = Terminal()
        try await reporting(to: terminal) {
            let comparison = try compareFrom.flatMap { first in try compareTo.map { try Period(from: first, to: $0) } }
            let assessment = try await FileAssessment(
                files: files, district: district, period: try Period(from: from, to: to), comparison: comparison,
                population: population, boundaries: boundaries, at: Date()
            ) { terminal.progress("Reading", done: $0, of: $1) }
            terminal.clearBar()
            try await write(assessment, terminal)
            for fault in assessment.faults { terminal.complain(fault) }
        }
    }

    private func write(_ assessment: FileAssessment, _ terminal: Terminal) async throws {
        if let json { try put(assessment.json(), in: json) }
        if let csv { try put(assessment.csv, in: csv) }
        if let pdf {
            let settings = try await SettingsOptions.parse([]).settings(["press": press])
            try put(try await assessment.pdf(settings, log: Logging.start(level: "warning")), in: pdf)
        }
        if json == nil, csv == nil, pdf == nil { terminal.say(assessment.summary) }
    }

    private func put(_ bytes: [UInt8], in path: String) throws {
        guard path != "-" else { return FileHandle.standardOutput.write(Data(bytes)) }
        do {
            try Data(bytes).write(to: URL(filePath: path), options: .atomic)
        } catch {
            throw DataFileError(
                file: path, problem: "it cannot be written (\(error.localizedDescription))",
                advice: "Check that the folder is there and that you may write in it.")
        }
    }
}

extension Month: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
}
