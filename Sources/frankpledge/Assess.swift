import App
import ArgumentParser
import DataFiles
import DataRegister
import Foundation

struct Assess: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Assess a district from police files, or all of them, with no server and no data folder.",
        discussion: """
            The files are street-level crime as data.police.uk publishes it: CSV, plain or .gz, or the .zip of months’ \
            folders. Nothing is kept. Without --json, --csv or --pdf a summary is printed. With --all each of these names \
            a folder, which gets a file for every district.
            """)

    @Argument(help: "The files.", completion: .file())
    var files: [String]

    @Option(
        help: ArgumentHelp(
            "The district, as LSOAs are named after it: ‘Thanet 001A’ lies in Thanet.", valueName: "name"))
    var district: String?

    @Flag(help: "Assess every district in the files.")
    var all = false

    @Option(help: ArgumentHelp("The first month, like 2014-01.", valueName: "month"), transform: Month.init(typed:))
    var from: Month

    @Option(help: ArgumentHelp("The last month, like 2014-11.", valueName: "month"), transform: Month.init(typed:))
    var to: Month

    @Option(
        help: ArgumentHelp(
            "The first month to compare with. (default: a year before, if the files have it)", valueName: "month"),
        transform: Month.init(typed:))
    var compareFrom: Month?

    @Option(
        help: ArgumentHelp("The last month to compare with.", valueName: "month"), transform: Month.init(typed:))
    var compareTo: Month?

    @Option(
        help: ArgumentHelp("People by LSOA or district (CSV), for rates. May be given twice.", valueName: "file"),
        completion: .file())
    var population: [String] = []

    @Option(
        help: ArgumentHelp("Boundaries of LSOAs (GeoJSON or TopoJSON), for the map in the PDF.", valueName: "file"),
        completion: .file())
    var boundaries: String?

    @Option(
        help: ArgumentHelp("Write the assessment as JSON; - is standard output.", valueName: "file"),
        completion: .file())
    var json: String?

    @Option(
        help: ArgumentHelp("Write the counts by type and month as CSV; - is standard output.", valueName: "file"),
        completion: .file())
    var csv: String?

    @Option(help: ArgumentHelp("Write the assessment as PDF.", valueName: "file"), completion: .file())
    var pdf: String?

    @Option(
        help: ArgumentHelp("The Python that makes PDFs and charts. (default: that in .press)", valueName: "path"),
        completion: .file())
    var press: String?

    private var outputs: [String] { [json, csv, pdf].compactMap(\.self) }

    func validate() throws {
        guard all != (district != nil) else {
            throw ValidationError("Give either --district and its name, or --all.")
        }
        if all, outputs.isEmpty {
            throw ValidationError("With --all name a folder for the files: --json, --csv or --pdf.")
        }
        if all, outputs.contains("-") {
            throw ValidationError("With --all a file is written for each district: name a folder, not -.")
        }
        if (compareFrom == nil) != (compareTo == nil) {
            throw ValidationError("Give both --compare-from and --compare-to, or neither.")
        }
        for (index, file) in files.enumerated() where files[..<index].contains(file) {
            throw ValidationError("The file ‘\(file)’ is given twice, so it would be counted twice. Give it once.")
        }
        if outputs.filter({ $0 == "-" }).count > 1 {
            throw ValidationError("Only one of --json, --csv and --pdf can be written to standard output (-).")
        }
        do {
            let period = try Period(from: from, to: to)
            if let comparison = try comparison(), comparison.count != period.count {
                throw PeriodRefusal.unequal(period, comparison)
            }
        } catch {
            throw ValidationError("\(error)")
        }
    }

    private func comparison() throws -> Period? {
        try compareFrom.flatMap { first in try compareTo.map { try Period(from: first, to: $0) } }
    }

    func run() async throws {
        let terminal = Terminal()
        try await reporting(to: terminal) {
            guard let district else { return try await assessAll(terminal) }
            for path in outputs { try OutputFile(path).check() }
            let assessment = try await FileAssessment(
                files: files, district: district, period: try Period(from: from, to: to), comparison: try comparison(),
                population: population, boundaries: boundaries, at: Date()
            ) { terminal.progress("Reading", done: $0, of: $1) }
            terminal.clearBar()
            try await write(assessment, terminal)
            for fault in assessment.faults { terminal.complain(fault) }
        }
    }

    private func write(_ assessment: FileAssessment, _ terminal: Terminal) async throws {
        if let json { try OutputFile(json).write(assessment.json()) }
        if let csv { try OutputFile(csv).write(assessment.csv) }
        if let pdf {
            let press = try await startPress()
            let outcome = await Result { try await press.pdf(assessment) }
            await press.stop()
            try OutputFile(pdf).write(try outcome.get())
        }
        if outputs.isEmpty { terminal.say(assessment.summary) }
    }

    private func startPress() async throws -> AssessmentPress {
        let settings = try await SettingsOptions.parse([]).settings(["press": press])
        return AssessmentPress(settings, log: Logging.start(level: "warning"))
    }

    /// A file for every district, in the folders named; what cannot be assessed is told at the end, and stops nothing.
    private func assessAll(_ terminal: Terminal) async throws {
        let folders = try outputs.map { try OutputFolder($0) }
        let assessments = try await FileAssessments(
            files: files, period: try Period(from: from, to: to), comparison: try comparison(),
            population: population, boundaries: boundaries, at: Date()
        ) { terminal.progress("Reading", done: $0, of: $1) }
        for folder in folders { try folder.make() }
        var presses: [AssessmentPress] = []
        if pdf != nil { for _ in 0..<AssessAll.atOnce { presses.append(try await startPress()) } }
        let all = AssessAll(assessments, json: json, csv: csv, pdf: pdf, presses: presses)
        let outcome = await Result { try await all.write { terminal.progress("Assessing", done: $0, of: $1) } }
        for press in presses { await press.stop() }
        let leftOut = try outcome.get()
        terminal.clearBar()
        for fault in assessments.faults { terminal.complain(fault) }
        if let strays = assessments.straySentence { terminal.complain(strays) }
        for reason in leftOut { terminal.complain("Left out: \(reason)") }
        let written = assessments.districts.count - leftOut.count
        terminal.say("Assessed \(written) of \(assessments.districts.count) districts.")
    }
}

extension Result where Failure == any Error {
    /// What an asynchronous deed comes to.
    fileprivate init(_ deed: () async throws -> Success) async {
        do {
            self = .success(try await deed())
        } catch {
            self = .failure(error)
        }
    }
}

extension Month {
    /// As it was typed.
    fileprivate init(typed text: String) throws {
        guard let month = Month(text) else {
            throw ValidationError("A month is written as year and number, like 2014-01 for January 2014.")
        }
        self = month
    }
}
