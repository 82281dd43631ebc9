import Foundation
import Notices
import ScratchDatabases
import Testing

@testable import App

@Suite("Mail is sent as the operator says, or not at all")
struct MailSettingsTests {
    private static let both = ["smtp": "smtp://mail.example.org", "mailFrom": "Safer Thanet <safer@example.org>"]

    private func fault(
        _ options: [String: String], _ environment: [String: String] = [:]
    ) async -> MailSettingsFault? {
        do throws(SettingsFault) {
            _ = try await Settings(options: options, environment: environment)
            return nil
        } catch {
            guard case .mail(let fault) = error else { return nil }
            return fault
        }
    }

    @Test("nothing said is no mail; a server and a sender are mail")
    func said() async throws {
        #expect(try await Settings(environment: [:]).mail == nil)
        let mail = try await Settings(
            environment: [
                "FRANKPLEDGE_SMTP": "smtps://mail.example.org", "FRANKPLEDGE_MAIL_FROM": "safer@example.org",
                "FRANKPLEDGE_SMTP_USER": "safer", "FRANKPLEDGE_SMTP_PASSWORD": "s3cret",
            ]
        ).mail
        #expect(mail?.description == "smtps://mail.example.org:465 as safer@example.org")
        #expect(try await Settings(options: Self.both, environment: [:]).mail?.from.name == "Safer Thanet")
    }

    @Test("half of it is told, and so is what is neither")
    func halves() async {
        #expect(await fault(["smtp": "smtp://mail.example.org"]) == .half(isServerThere: true))
        #expect(await fault(["mailFrom": "safer@example.org"]) == .half(isServerThere: false))
        #expect(await fault(Self.both.merging(["smtp": "mail.example.org"]) { $1 }) == .notAServer)
        #expect(await fault(Self.both.merging(["mailFrom": "Safer Thanet"]) { $1 }) == .notAMailbox("Safer Thanet"))
        #expect(await fault(Self.both, ["FRANKPLEDGE_SMTP_USER": "safer"]) == .halfAnAccount)
        #expect(await fault(Self.both, ["FRANKPLEDGE_SMTP_PASSWORD": "s3cret"]) == .halfAnAccount)
    }

    @Test("a password in the server’s address is refused, and not repeated")
    func passwordInAddress() async {
        let fault = await fault(Self.both.merging(["smtp": "smtp://safer:s3cret@mail.example.org"]) { $1 })
        #expect(fault == .notAServer)
        #expect(fault?.description.contains("s3cret") == false)
    }

    /// S58.
    @Test("a password may stand in a file, if nobody else can read it")
    func passwordFile() async throws {
        try await Scratch.sqlite.withFolder { folder in
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            let file = folder + "/password"
            let environment = ["FRANKPLEDGE_SMTP_USER": "safer", "FRANKPLEDGE_SMTP_PASSWORD_FILE": file]
            let missing = await fault(Self.both, environment)
            #expect(missing == .passwordFile(file, isThere: false))
            for (permissions, expected) in [
                (0o600, nil), (0o400, nil), (0o640, .passwordFile(file, isThere: true)),
                (0o604, .passwordFile(file, isThere: true)),
            ] as [(Int, MailSettingsFault?)] {
                try? FileManager.default.removeItem(atPath: file)
                _ = FileManager.default.createFile(
                    atPath: file, contents: Data("s3cret\n".utf8), attributes: [.posixPermissions: permissions])
                let fault = await fault(Self.both, environment)
                #expect(fault == expected, "\(String(permissions, radix: 8))")
            }
        }
    }
}
