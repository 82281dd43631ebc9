import App
import ArgumentParser
import DataFiles
import DataRegister
import Foundation
import Storage

struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Import data files into a data folder.",
        discussion: "While the site is being served from the folder, import in the browser instead.",
        subcommands: [
            Police.self, Boundaries.self, Population.self, Lookups.self, Deprivation.self, DistrictYears.self,
            Postcodes.self, Outcomes.self,
        ])

    struct Police: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Street-level crime as data.police.uk publishes it: CSV, plain, .gz, or .zip.",
            discussion: "Importing a force’s month again supersedes it, whole.")
        @OptionGroup var files: ImportFiles

        func run() async throws { try await files.take(as: .police) }
    }

    struct Boundaries: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Boundaries of LSOAs, wards or districts: GeoJSON or TopoJSON in WGS 84.")
        @OptionGroup var files: ImportFiles

        func run() async throws { try await files.take(as: .boundaries) }
    }

    struct Population: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "People by LSOA or district: CSV with columns such as lad_code, lad_name, mid_2017.")
        @OptionGroup var files: ImportFiles

        func run() async throws { try await files.take(as: .population) }
    }

    struct Lookups: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Which place lies in which: CSV with pairs of columns such as LSOA11CD, LSOA11NM, LAD18CD.")
        @OptionGroup var files: ImportFiles

        func run() async throws { try await files.take(as: .lookups) }
    }

    struct Deprivation: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract:
                "The Index of Multiple Deprivation by LSOA: CSV with columns such as IMD_score, IMD_rank, IMD_decile.")
        @OptionGroup var files: ImportFiles

        func run() async throws { try await files.take(as: .deprivation) }
    }

    struct Postcodes: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Which small area each postcode lies in: CSV with columns such as postcode, lsoa11_code.")
        @OptionGroup var files: ImportFiles

        func run() async throws { try await files.take(as: .postcodes) }
    }

    struct Outcomes: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "What became of crimes, as data.police.uk publishes it: the outcomes CSV of one force.")
        @OptionGroup var files: ImportFiles

        func run() async throws { try await files.take(as: .outcomes) }
    }

    struct DistrictYears: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Recorded crime by district, year and type: CSV with LAD_name, Year, Crime_type, count.")
        @OptionGroup var files: ImportFiles

        func run() async throws { try await files.take(as: .districtYears) }
    }
}

/// The files to import, and where to.
struct ImportFiles: ParsableArguments {
    @Argument(help: "The files.", completion: .file())
    var files: [String]

    @OptionGroup var options: PartnershipOptions

    @Flag(name: .long, help: "Say what became of each file as JSON.")
    var json = false

    func take(as kind: Release.Kind) async throws {
        let terminal = Terminal()
        try await reporting(to: terminal) {
            // A name misspelt is told before anything is taken in.
            for file in files { try checkIsThere(file) }
            let settings = try await options.settings()
            let intake = FileIntake(settings, log: Logging.start(settings))
            let outcomes = try await intake.take(files, as: kind) { terminal.progress($0, done: $1, of: $2) }
            terminal.clearBar()
            if json {
                let encoder = JSONEncoder()
                encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
                terminal.say(String(decoding: try encoder.encode(outcomes), as: UTF8.self))
            } else {
                for outcome in outcomes {
                    outcome.wasRefused
                        ? terminal.complain("Error: \(outcome.sentence)") : terminal.say(outcome.sentence)
                }
                if outcomes.contains(where: { !$0.wasRefused }) {
                    terminal.say("The data folder is ‘\(settings.data)’.")
                }
            }
            if outcomes.contains(where: \.wasRefused) { throw ExitCode.unusableFile }
        }
    }

    private func checkIsThere(_ path: String) throws(DataFileError) {
        let manager = FileManager.default
        var isFolder: ObjCBool = false
        guard manager.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw DataFileError(
                file: path, problem: "there is no such file",
                advice: "Check the name and the folder. Nothing was imported.")
        }
        guard !isFolder.boolValue else {
            throw DataFileError(
                file: path, problem: "this is a folder", advice: "Give the files in it. Nothing was imported.")
        }
        let kind =
            try? manager.attributesOfItem(atPath: URL(filePath: path).resolvingSymlinksInPath().path)[.type]
            as? FileAttributeType
        guard kind == .typeRegular else {
            throw DataFileError(
                file: path, problem: "this is not an ordinary file",
                advice: "Save the data to a file and give that. Nothing was imported.")
        }
        guard manager.isReadableFile(atPath: path) else {
            throw DataFileError(
                file: path, problem: "you may not read it",
                advice: "Ask whoever owns it for permission. Nothing was imported.")
        }
    }
}
