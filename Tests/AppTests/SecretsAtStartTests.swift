import Foundation
import Logging
import Membership
import ScratchDatabases
import Testing

@testable import App
@testable import Storage

@Suite("At the start secrets are wrapped, and the operator hears of those that cannot be opened")
struct SecretsAtStartTests {
    private func secret(_ house: House) async throws -> [UInt8] {
        try #require(try await house.database.read { try $0.value("SELECT secret FROM second_factor") })
    }

    @Test("a secret from before there was a key is wrapped; without its key the log says what to do")
    func start() async throws {
        try await Scratch.sqlite.withFolder { folder in
            let plain = [UInt8](repeating: 7, count: 20)
            try await House.open(folder: folder) { house in
                let person = FirstOfficerStore.person
                let entry = Entry(.canariesSown, of: .init("test", person), by: .job("a test"), at: house.clock.now)
                try await house.database.write(entry) { db in
                    try db.run(
                        """
                        INSERT INTO second_factor (person, secret, confirmed_at)
                        VALUES (\(person), \(plain), \(entry.at))
                        """)
                }
            }
            let wrapped = try await House.open(folder: folder) { try await secret($0) }
            #expect(wrapped.count == plain.count + InstallationKeys.overhead)

            try FileManager.default.removeItem(atPath: folder + "/installation.key")
            let logbook = Logbook()
            try await House.open(folder: folder, logger: Logger(label: "start") { _ in logbook }) { house in
                let kept = try await secret(house)
                #expect(kept == wrapped)
            }
            let warning = try #require(logbook.lines.first { $0.hasPrefix("warning Some second steps") })
            #expect(warning.contains("recovery codes") && warning.contains("\"secondSteps\": 1"))
        }
    }
}
