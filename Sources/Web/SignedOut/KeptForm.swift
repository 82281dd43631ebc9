import Foundation
import Membership
import Storage

/// A form that came when whoever filled it in was signed in no more. It is kept nowhere but in the answer itself, closed
/// with the installation’s key, and is opened only for the person it was made for.
struct KeptForm: Codable, Sendable, Equatable {
    /// What the session was known by, which has ended.
    let session: String
    /// The form’s own proof that it was made in that session for that person.
    let token: String
    /// Where the form stood.
    let page: String
    let fields: [String: [String]]
    let at: Date
}

/// Closes forms so that they can travel through the page on which somebody signs in again, and opens them for that person.
public struct FormKeeper: Sendable {
    /// The field in which one travels.
    public static let field = "kept-form"
    /// Of all that was typed. What is longer is not kept.
    static let mostBytes = 256 << 10

    private let keys: InstallationKeys
    private let place: WrappedPlace

    public init(keys: InstallationKeys, of partnership: ID<Tenant>) {
        self.keys = keys
        place = WrappedPlace("kept form", of: partnership)
    }

    /// Nil where it is too long, or cannot be closed.
    func keep(_ form: KeptForm) -> String? {
        guard let bytes = try? JSONEncoder().encode(form), bytes.count <= Self.mostBytes,
            let closed = try? keys.wrap([UInt8](bytes), for: place)
        else { return nil }
        return Data(closed).base64EncodedString()
    }

    /// Nil where it is another person’s, older than a session can be, or none of ours.
    func open(_ text: String, for person: ID<Person>, at time: Date) -> KeptForm? {
        guard let closed = Data(base64Encoded: text), let bytes = try? keys.open([UInt8](closed), for: place),
            let form = try? JSONDecoder().decode(KeptForm.self, from: Data(bytes)),
            let session = SessionToken(form.session), (0..<Session.lifetime).contains(time.timeIntervalSince(form.at)),
            AntiForgery.accepts(form.token, for: session, of: person)
        else { return nil }
        return form
    }

    /// What is shown once somebody is signed in again: the way back to their form. Nil where it was another person’s.
    ///
    /// - Parameter session: what they are known by from now on.
    public func wayBack(_ text: String, for person: ID<Person>, in session: SessionToken, at time: Date) -> Page? {
        guard open(text, for: person, at: time) != nil else { return nil }
        return Page(
            "You are signed in again",
            body: """
                <h1>You are signed in again</h1>
                <p class="lead">What you had typed is kept, and not saved yet.</p>
                <form method="post" action="/form-again">
                <input type="hidden" name="\(AntiForgery.field)" value="\(AntiForgery.token(for: session, of: person))">
                <input type="hidden" name="\(Self.field)" value="\(text)">
                <p class="actions">\(Button("Go on with the form").html) <a href="/home">Leave it</a></p>
                </form>
                """)
    }

    /// The hidden field in which a form travels on; nothing where there is none.
    public static func hidden(_ text: String) -> HTML? {
        text.isEmpty ? nil : "<input type=\"hidden\" name=\"\(field)\" value=\"\(text)\">"
    }
}
