import Crypto
import Foundation
import HTTPTypes
import Membership
import Storage

/// Proof that a form was made by this site for this person: S17, a token in the form and a look at where it came from.
enum AntiForgery {
    static let field = "form-token"

    /// A token for one form. It is masked anew each time, so that compressed pages give nothing away about it (BREACH).
    ///
    /// - Parameter person: whom it is made for. It stays theirs when the session has ended.
    static func token(for session: SessionToken, of person: ID<Person>) -> String {
        var chance = SystemRandomNumberGenerator()
        let mask = (0..<4).flatMap { _ in withUnsafeBytes(of: chance.next()) { Array($0) } }
        let masked = zip(mask, code(for: session, of: person)).map { $0 ^ $1 }
        return Data(mask + masked).base64EncodedString()
    }

    static func accepts(_ token: String?, for session: SessionToken, of person: ID<Person>) -> Bool {
        guard let token, let bytes = Data(base64Encoded: token), bytes.count == 64 else { return false }
        let unmasked = zip(bytes.prefix(32), bytes.suffix(32)).map { $0 ^ $1 }
        // Every byte is compared whatever the first ones say, so that timing tells nothing.
        return zip(unmasked, code(for: session, of: person)).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }

    /// Whether a browser says that a form came from this very site. A program that sends neither header passes: it has
    /// no borrowed cookie to misuse.
    ///
    /// - Parameters:
    ///   - authority: the host that was asked.
    ///   - own: where people reach the site, for a proxy before it may ask for another host.
    static func isFromHere(_ headers: HTTPFields, authority: String?, own: String? = nil) -> Bool {
        if let site = headers[.secFetchSite], site != "same-origin", site != "none" { return false }
        guard let origin = headers[.origin] else { return true }
        if let own, origin == own { return true }
        guard let authority else { return false }
        if origin == "https://\(authority)" { return true }
        // Where people come by HTTPS, a page that came without it was written by whoever is on the way.
        return origin == "http://\(authority)" && own?.hasPrefix("https://") != true
    }

    private static func code(for session: SessionToken, of person: ID<Person>) -> [UInt8] {
        let key = SymmetricKey(data: session.bytes)
        return Array(HMAC<SHA256>.authenticationCode(for: Data("frankpledge form \(person)".utf8), using: key))
    }
}
