import App
import ArgumentParser

extension SettingsOptions {
    /// Has an order carried out, here or by the program that serves the folder, and says what came of it.
    ///
    /// - Parameters:
    ///   - more: options of one command, by the names of the settings.
    ///   - order: what is asked, once it is known what is set.
    func carryOut(_ more: [String: String?] = [:], _ order: (Settings) -> Order) async throws {
        let terminal = Terminal()
        try await reporting(to: terminal) {
            let settings = try await settings(more)
            let desk = Operator(settings, log: Logging.start(settings))
            let outcome = try await desk.carryOut(order(settings)) { terminal.progress($0, done: $1, of: $2) }
            terminal.clearBar()
            for line in outcome.complaints { terminal.complain("Error: \(line)") }
            for line in outcome.said { terminal.say(line) }
            if !outcome.complaints.isEmpty { throw ExitCode.failure }
        }
    }
}
