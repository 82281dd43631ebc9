import Foundation
import Membership
import Storage

/// What somebody said of a report while it was written, and what came of it.
struct ReportComment: Sendable, Hashable {
    struct Answer: Sendable, Hashable {
        let text: String
        let settles: Bool
        let writtenBy: String
        let writtenAt: Date
    }

    let id: ID<ReportComment>
    /// The part it is about.
    let place: ReportPlace
    let text: String
    let writtenBy: String
    let person: ID<Person>
    let writtenAt: Date
    let answers: [Answer]

    var isOpen: Bool { !answers.contains(where: \.settles) }
}
