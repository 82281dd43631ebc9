import Foundation
import Testing

@testable import Membership

@Suite("A password is long, not well known, and not told by the place")
struct PasswordTests {
    private static let words = ["Testham Community Safety Partnership", "Ada Byron", "ada.byron@testham.gov.uk"]

    @Test(
        "what is hard to guess is taken as it was typed",
        arguments: [
            "correct horse battery staple", "  blanks at both ends  ", "пароль из слов", "🐌🐌 eats 14 slippers",
            "Ada likes 14 green elephants", "kettle-harbour-nineteen", String(repeating: "long and dull ", count: 14),
        ])
    func taken(text: String) throws {
        #expect(try Password(chosen: text, unlike: Self.words).bytes == Array(text.utf8))
    }

    @Test(
        "what is tried first is refused, and why is said",
        arguments: [
            ("short", PasswordRefusal.tooShort), ("eleven chrs", .tooShort),
            (String(repeating: "long and dull ", count: 20), .tooLong), ("password1234", .wellKnown),
            ("P@ssw0rd2026!", .wellKnown), ("1234567890123", .wellKnown), ("abcdefghijklm", .wellKnown),
            ("aaaaaaaaaaaaaa", .wellKnown), ("abcabcabcabcabc", .wellKnown), ("1qaz2wsx3edc", .wellKnown),
            ("QWERTYuiop123456", .wellKnown), ("Testham2026!!", .toldByThePlace),
            ("TesthamPolice99", .toldByThePlace), ("AdaByron-1815", .toldByThePlace),
            ("frankpledge123", .toldByThePlace),
        ])
    func refused(text: String, refusal: PasswordRefusal) {
        #expect(throws: refusal) { try Password(chosen: text, unlike: Self.words) }
    }

    @Test("one letter in two spellings of Unicode is one password")
    func spelling() throws {
        let (one, other) = ("caf\u{E9} in the harbour", "cafe\u{301} in the harbour")
        #expect(try Password(chosen: one, unlike: []).bytes == Password(chosen: other, unlike: []).bytes)
        #expect(Password(typed: one).bytes == Password(typed: other).bytes)
    }

    @Test("a hash knows its password and no other, says its cost, and is told apart when that is raised")
    func hash() throws {
        let small = PasswordHash.Cost(memory: 64, passes: 1)
        let hash = try PasswordHash(of: Password(typed: "kettle harbour"), salt: [UInt8](1...16), cost: small)
        #expect(hash.description.hasPrefix("$argon2id$v=19$m=64,t=1,p=1$"))
        #expect(hash.isOf(Password(typed: "kettle harbour")))
        #expect(!hash.isOf(Password(typed: "kettle harbour ")))
        #expect(!PasswordHash("not a hash at all").isOf(Password(typed: "kettle harbour")))
        #expect(hash.isOutOfDate())
        #expect(!hash.isOutOfDate(at: small))
        #expect(PasswordHash.Cost.house.memory >= 19_456 && PasswordHash.Cost.house.passes >= 2)
    }

    /// Section 5.3 of RFC 9106 uses a secret and associated data, which are not used here; this is the Argon2id vector
    /// of the reference implementation's own tests (`hashtest(version, 2, 16, 1, "password", "somesalt", …)`).
    @Test("the hash is Argon2id as its authors compute it")
    func vector() throws {
        let hash = try PasswordHash(
            of: Password(typed: "password"), salt: Array("somesalt".utf8), cost: .init(memory: 65_536, passes: 2))
        #expect(
            hash.description
                == "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc")
    }
}
