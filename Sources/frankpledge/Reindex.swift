import App
import ArgumentParser

struct Reindex: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Gather anew what search can find.",
        discussion: """
            The program keeps this in step by itself: with each change, and at a start after it was brought up to date. \
            This does it in any case, as after another version of the system’s libstemmer was installed. The program may \
            go on serving meanwhile.
            """)

    @OptionGroup var options: SettingsOptions

    func run() async throws {
        try await options.carryOut { _ in .reindex }
    }
}
