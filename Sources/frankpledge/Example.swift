import App
import ArgumentParser
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
            let present = (try? FileManager.default.contentsOfDirectory(atPath: to)) ?? []
            guard present.isEmpty else { throw ValidationError("The folder ‘\(to)’ is not empty. Name another with --to.") }
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            let files = example.files
            for (index, file) in files.enumerated() {
                try Data(file.bytes).write(to: folder.appending(path: file.name))
                terminal.progress("Writing", done: index + 1, of: files.count)
            }
            terminal.clearBar()
            terminal.say("Wrote \(files.count) files to \(to).")
        }
    }
}
