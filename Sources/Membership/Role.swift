import Storage

/// In what capacity somebody sits in a seat. It is roles that permissions are held by.
public enum Role: String, Sendable, Hashable, CaseIterable, SQLConvertible {
    case officer, clerk, analyst, caseworker, chair, member
    case strategicLead = "strategic lead"
    case operationalLead = "operational lead"
    case administrator

    /// As it is chosen and shown: "Strategic lead".
    public var title: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }

    /// What whoever sits in such a seat does, in a sentence.
    public var sentence: String {
        switch self {
        case .officer: "Runs the partnership’s work from day to day."
        case .clerk: "Calls meetings, keeps their papers and writes their minutes."
        case .analyst: "Takes data in and says what they show."
        case .caseworker: "Works on cases for an agency."
        case .chair: "Leads a body."
        case .member: "Sits on a body."
        case .strategicLead: "Answers for a focus area, for an agency’s managers."
        case .operationalLead: "Carries a focus area out."
        case .administrator: "Looks after the system and who may use it, and reads none of its content."
        }
    }
}
