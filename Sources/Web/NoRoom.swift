import HTTPTypes
import Storage

/// There was no room to keep a file that came with a form. All else that was typed is there, so the form is given back with
/// it (S117).
public struct NoRoom: Error, Sendable, Hashable {
    /// What to do, at the field that the file came in.
    public let refusals: Refusals
    let reason: String

    init(_ fault: KeptFileFault, field: String) {
        reason = "\(fault)"
        refusals = Refusals(reason, field: field)
    }
}

extension HTTPResponse.Status {
    /// RFC 4918, 11.5.
    public static let insufficientStorage = HTTPResponse.Status(code: 507, reasonPhrase: "Insufficient Storage")
}
