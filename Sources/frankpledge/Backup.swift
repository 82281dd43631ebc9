import App
import ArgumentParser
import Foundation

struct Backup: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Copy everything to a new folder, and restore the copy for a trial.",
        discussion: """
            The copy is one SQLite file, the kept files and a manifest of them, whichever database keeps the records. \
            While the program serves the folder, that program makes it, and goes on serving.
            """)

    @OptionGroup var options: SettingsOptions

    @Option(name: .long, help: "The folder to make.", completion: .directory)
    var to: String

    func run() async throws {
        // The program that serves has another working folder than this command.
        let folder = URL(filePath: to).path
        try await options.carryOut { _ in .backUp(to: folder) }
    }
}
