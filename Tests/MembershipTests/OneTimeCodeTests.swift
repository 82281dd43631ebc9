import Foundation
import Testing

@testable import Membership

@Suite("Codes are those of every authenticator app, each good once")
struct OneTimeCodeTests {
    private static let secret = OneTimeSecret(bytes: Array("12345678901234567890".utf8))

    /// RFC 6238, appendix B, SHA-1: its codes have eight digits, of which the last six are these.
    @Test(
        "the vectors of RFC 6238",
        arguments: [
            (59.0, "287082"), (1_111_111_109, "081804"), (1_111_111_111, "050471"), (1_234_567_890, "005924"),
            (2_000_000_000, "279037"), (20_000_000_000, "353130"),
        ])
    func vectors(seconds: Double, code: String) {
        #expect(Self.secret.code(at: OneTimeSecret.step(at: Date(timeIntervalSince1970: seconds))) == code)
    }

    @Test("a code is taken from half a minute before to half a minute after, and not beyond", arguments: -3...3)
    func window(steps: Int) {
        let time = Date(timeIntervalSince1970: 1_234_567_890)
        let now = OneTimeSecret.step(at: time)
        let found = Self.secret.step(of: Self.secret.code(at: now + steps), at: time, after: nil)
        #expect(found == (abs(steps) <= 1 ? now + steps : nil))
    }

    @Test("a code is good once, and one before it no more, whatever the clock does")
    func once() {
        let time = Date(timeIntervalSince1970: 1_234_567_890)
        let now = OneTimeSecret.step(at: time)
        let (code, earlier) = (Self.secret.code(at: now), Self.secret.code(at: now - 1))
        #expect(Self.secret.step(of: code, at: time, after: now) == nil)
        #expect(Self.secret.step(of: earlier, at: time, after: now) == nil)
        #expect(Self.secret.step(of: code, at: time - 30, after: now) == nil)
        #expect(Self.secret.step(of: "123 456", at: time, after: nil) == nil)
        let spaced = code.prefix(3) + " " + code.suffix(3)
        #expect(Self.secret.step(of: String(spaced), at: time, after: now - 1) == now)
    }

    @Test("the secret is written as RFC 4648 says and as apps read it")
    func address() {
        #expect(Base32.text(Array("foobar".utf8)) == "MZXW6YTBOI")
        #expect(Base32.text([]) == "")
        #expect(Self.secret.typed == "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ")
        let address = Self.secret.address(of: "ada@example.org", at: "Safer Testham")
        #expect(
            address == "otpauth://totp/Safer%20Testham:ada%40example.org?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
                + "&issuer=Safer%20Testham")
    }

    @Test("a recovery code is read however it is written down")
    func recovery() throws {
        let code = RecoveryCode(chance: [UInt8](0..<10))
        #expect(code.text.count == 19)
        #expect(RecoveryCode(typed: code.text) == code)
        #expect(RecoveryCode(typed: " " + code.text.lowercased().replacing("-", with: " ")) == code)
        #expect(RecoveryCode(typed: String(code.text.dropLast())) == nil)
        #expect(RecoveryCode(typed: "") == nil)
        #expect(code.hash.count == 32)
    }
}
