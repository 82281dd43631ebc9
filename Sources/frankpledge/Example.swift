import App
import ArgumentParser
import DataFiles
import Foundation

struct Example: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write an example’s generated incidents as files, to try imports with.",
        discussion: """
            The files have the format of data.police.uk. Every row says that it is a generated example and not a real \
            incident. The same seed gives the same files.
            """)

    @Argument(help: "Which example.")
    var name = "thanet-2016"

    @Option(
        name: .long, help: "The folder to write to, empty or not there yet. (default: the example’s name)",
        completion: .directory)
    var to: String?

    @Option(name: .long, help: "The folder the examples are in.", completion: .directory)
    var examples: String?

    func run() async throws {
        let terminal = Terminal()
        try await reporting(to: terminal) {
            let example = try ExampleFolder(name, in: examples)
            let to = to ?? name
            let folder = URL(filePath: to)
            try prepare(folder, named: to)
            let files = example.files
            for (index, file) in files.enumerated() {
                try OutputFile(folder.appending(path: file.name).path).write(file.bytes)
                terminal.progress("Writing", done: index + 1, of: files.count)
            }
            terminal.clearBar()
            terminal.say(
                "Wrote \(Set(files.map(\.name)).count) files to ‘\(to)’: \(example.months) months of incidents, and places.csv with "
                    + "the people of each area; districts.csv and district-years.csv with the people and the published "
                    + "totals of the districts beside it.")
        }
    }

    private func prepare(_ folder: URL, named name: String) throws(DataFileError) {
        let manager = FileManager.default
        do {
            try manager.createDirectory(at: folder, withIntermediateDirectories: true)
        } catch {
            throw DataFileError(
                file: name, problem: "it is a file, or a folder cannot be made there",
                advice: "Name a new folder where you may write with --to.")
        }
        guard let present = try? manager.contentsOfDirectory(atPath: folder.path), present.isEmpty else {
            throw DataFileError(
                file: name, problem: "the folder is not empty",
                advice: "Name another with --to, so that nothing of yours is written over.")
        }
    }
}
