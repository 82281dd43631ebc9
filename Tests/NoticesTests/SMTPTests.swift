import Foundation
import Logging
import ScratchDatabases
import Storage
import Testing

@testable import Notices

@Suite("Letters go to a real mail server", .enabled(if: PostOffice.isThere, "run make setup"))
struct SMTPTests {
    private static let text = "Bore da,\n.\n..two dots, and a blank \nhttps://safer.example.org/?a=b&c=d – it’s here\n"

    private func message(to: String = "ada@example.org", subject: String = "Tŷ, “house”") throws -> Message {
        try Message(
            Letter(to: to, subject: subject, text: Self.text), id: Identities.seeded(1).new(at: Scratch.noon),
            from: try #require(Mailbox("Môn Ddiogel <safer@example.org>")), at: Scratch.noon)
    }

    private func account(_ server: String, user: String? = nil, password: String? = nil) throws -> MailAccount {
        MailAccount(
            server: try #require(MailServer(server)), from: try #require(Mailbox("safer@example.org")), user: user,
            password: password)
    }

    /// What comes of sending a message; nil if it went.
    private func fault(_ account: MailAccount, authorities: String? = nil, _ message: Message) async -> Undelivered? {
        do throws(Undelivered) {
            try await SMTP(account, authorities: authorities).deliver(message)
            return nil
        } catch {
            return error
        }
    }

    @Test("one message, to exactly one recipient, as it was written")
    func one() async throws {
        try await PostOffice.open { office in
            let fault = try await fault(account("smtp://127.0.0.1:\(office.port)"), message())
            #expect(fault == nil)

            let taken = await office.close()
            let letter = try #require(taken.first)
            #expect(taken.count == 1)
            #expect(letter.sender == "safer@example.org")
            #expect(letter.recipients == ["ada@example.org"])
            #expect(letter.text == Self.text)
            #expect(letter.all("Subject") == ["Tŷ, “house”"])
            #expect(letter.all("From") == ["Môn Ddiogel <safer@example.org>"])
            #expect(letter.all("To") == ["ada@example.org"])
            #expect(letter.all("Auto-Submitted") == ["auto-generated"])
            #expect(letter.longestLine <= 78)
            #expect(letter.greeting == "example.org")
        }
    }

    @Test("a server that refuses the reader is believed; one that says ‘later’ is asked later")
    func refusals() async throws {
        for (answer, expected) in [
            ("550 No such user", Undelivered.refused("RCPT failed: 550")),
            ("451 Try again in five minutes", .notNow("RCPT failed: 451")),
        ] {
            try await PostOffice.open("refuse=\(answer)") { office in
                let server = "smtp://127.0.0.1:\(office.port)"
                let fault = try #require(try await fault(account(server), message()))
                switch (fault, expected) {
                case (.refused(let said), .refused(let words)), (.notNow(let said), .notNow(let words)):
                    #expect(said.hasSuffix(words))
                default: Issue.record("\(fault), where \(expected) was expected")
                }
                let taken = await office.close()
                #expect(taken.isEmpty)
            }
        }
    }

    @Test("a server that does not answer is told as that, and the letter goes when it does")
    func down() async throws {
        try await Scratch.sqlite.database([.ofNotices]) { database in
            var port = 0
            try await PostOffice.open { port = $0.port }
            let id: ID<Letter> = Identities.seeded(2).new(at: Scratch.noon)
            let deed = Act("letter written", "A test wrote a letter.")
            try await database.write(Entry(deed, of: .init("letter", id), by: .job("a test"), at: Scratch.noon)) { db in
                try db.post(Letter(to: "ada@example.org", subject: "Hello", text: "Hello\n"), id: id)
            }
            let account = try account("smtp://127.0.0.1:\(port)")
            let before = Outbox(
                database, from: account.from, sender: SMTP(account), logger: .silent, now: { Scratch.noon })
            #expect(try await before.deliverDue() == 0)
            #expect(
                try await fault(account, message())
                    == .unreachable("the mail server smtp://127.0.0.1:\(port) does not answer"))

            try await PostOffice.open { office in
                let account = try self.account("smtp://127.0.0.1:\(office.port)")
                let after = Outbox(
                    database, from: account.from, sender: SMTP(account), logger: .silent,
                    now: { Scratch.noon + 60 })
                #expect(try await after.deliverDue() == 1)
                let taken = await office.close()
                #expect(taken.map(\.recipients) == [["ada@example.org"]])
                #expect(taken.first?.all("Message-ID") == ["<\(id)@example.org>"])
            }
        }
    }

    @Test("a program that stops does not wait for a server that hangs", .timeLimit(.minutes(1)))
    func stopping() async throws {
        try await PostOffice.open("mute=yes") { office in
            let (account, message) = (try account("smtp://127.0.0.1:\(office.port)"), try message())
            let sending = Task { await self.fault(account, message) }
            await office.visitor()
            sending.cancel()
            let outcome = await sending.value
            #expect(outcome == .unreachable("the program is stopping"))
        }
    }

    @Test("an account’s password opens a server that asks for it, and a wrong one is told")
    func login() async throws {
        try await PostOffice.open("login=safer:s3cret") { office in
            let server = "smtp://127.0.0.1:\(office.port)"
            let wrong = try await fault(account(server, user: "safer", password: "guess"), message())
            #expect(wrong == .unreachable("the mail server \(server) refused the user or the password"))
            let right = try await fault(account(server, user: "safer", password: "s3cret"), message())
            let taken = await office.close()
            #expect(right == nil && taken.count == 1)
        }
    }

    /// S57.
    @Test("nothing is sent in the clear to another machine, nor to one that cannot prove who it is")
    func encryption() async throws {
        // The name must be another’s for encryption to be asked for, and lead here: so the settings are made by hand.
        try await PostOffice.open { office in
            let plain = try account("smtp://127.0.0.1:\(office.port)").asking
            let fault = try #require(try await fault(plain, message()))
            #expect("\(fault)".hasSuffix("offers no encryption, without which nothing is sent"), "\(fault)")
            let taken = await office.close()
            #expect(taken.isEmpty)
        }
        try await inFolder { folder in
            try await PostOffice.open("tls=\(folder)") { office in
                let authorities = folder + "/certificate.pem"
                let account = try account("smtp://localhost:\(office.port)").asking
                let unknown = try #require(try await fault(account, message()))
                #expect("\(unknown)".contains("could not prove who it is"), "\(unknown)")
                let otherName = try self.account("smtp://127.0.0.1:\(office.port)").asking
                let other = try #require(try await fault(otherName, authorities: authorities, message()))
                #expect("\(other)".contains("could not prove who it is"), "\(other)")

                #expect(try await fault(account, authorities: authorities, message()) == nil)
                let taken = await office.close()
                #expect(taken.map(\.isEncrypted) == [true])
            }
        }
    }

    @Test("smtps speaks TLS from the first word")
    func fromTheStart() async throws {
        try await inFolder { folder in
            try await PostOffice.open("smtps=\(folder)") { office in
                let account = try account("smtps://localhost:\(office.port)")
                #expect(try await fault(account, message()) != nil)
                #expect(try await fault(account, authorities: folder + "/certificate.pem", message()) == nil)
                let taken = await office.close()
                #expect(taken.map(\.isEncrypted) == [true])
            }
        }
    }
}

extension MailAccount {
    /// The same, with encryption asked for as of any other machine.
    fileprivate var asking: MailAccount {
        MailAccount(server: server.asking, from: from, user: user, password: password)
    }
}
