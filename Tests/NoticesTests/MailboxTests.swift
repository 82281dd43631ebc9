import Testing

@testable import Notices

@Suite("Addresses are read, never put together")
struct MailboxTests {
    @Test(
        "a sender is a name and an address, or the address alone",
        arguments: [
            ("Safer Thanet <safer@example.org>", "Safer Thanet", "safer@example.org"),
            ("  \"Safer, Thanet\"  <safer@example.org> ", "Safer, Thanet", "safer@example.org"),
            ("safer@example.org", "", "safer@example.org"),
            ("<safer@example.org>", "", "safer@example.org"),
            ("Cynnal Môn Ddiogel <mon@example.wales>", "Cynnal Môn Ddiogel", "mon@example.wales"),
        ])
    func read(text: String, name: String, address: String) throws {
        let mailbox = try #require(Mailbox(text))
        #expect(mailbox.name == name)
        #expect(mailbox.address == address)
    }

    @Test(
        "what is not, is none",
        arguments: [
            "", "Safer Thanet", "a@b <c@d", "Name <>", "Name <a@b>, Other <c@d>", "a@b, c@d", "Name\r\nBcc: x <a@b>",
            "Name\u{0} <a@b>", "a@@b", "a b@c", "<a@b> <c@d>", "a@b..c", "\u{2028}<a@b>",
        ])
    func refused(text: String) {
        #expect(Mailbox(text) == nil)
    }

    @Test(
        "a server is an address without a user, with the port that goes without saying",
        arguments: [
            ("smtp://mail.example.org", "smtp://mail.example.org:587", MailServer.Encryption.asked),
            ("smtp://mail.example.org:25", "smtp://mail.example.org:25", .asked),
            ("SMTPS://Mail.Example.org/", "smtps://mail.example.org:465", .fromTheStart),
            ("smtp://localhost:1025", "smtp://localhost:1025", .none),
            ("smtp://127.0.0.1:25", "smtp://127.0.0.1:25", .none),
            ("smtp://[::1]:25", "smtp://[::1]:25", .none),
            ("smtps://127.0.0.1", "smtps://127.0.0.1:465", .fromTheStart),
            ("smtp://127.example.org", "smtp://127.example.org:587", .asked),
        ])
    func server(text: String, described: String, encryption: MailServer.Encryption) throws {
        let server = try #require(MailServer(text))
        #expect(server.description == described)
        #expect(server.encryption == encryption)
    }

    @Test(
        "no other address is taken for one",
        arguments: [
            "", "mail.example.org", "http://mail.example.org", "smtp://", "smtp://user:password@mail.example.org",
            "smtp://user@mail.example.org", "smtp://mail.example.org:0", "smtp://mail.example.org:99999",
            "smtp://mail.example.org/inbox", "smtp://mail.example.org?x",
        ])
    func noServer(text: String) {
        #expect(MailServer(text) == nil)
    }

    @Test("an account never prints its password")
    func password() throws {
        let account = MailAccount(
            server: try #require(MailServer("smtp://mail.example.org")), from: try #require(Mailbox("a@example.org")),
            user: "ada", password: "s3cret")
        var dumped = ""
        dump(account, to: &dumped)
        #expect(!"\(account) \(String(reflecting: account)) \(dumped)".contains("s3cret"))
    }
}
