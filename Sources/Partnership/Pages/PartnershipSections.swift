import Membership
import Storage
import Web

/// The pages of who is who beside one another, under each one’s heading.
struct PartnershipSections {
    enum Section {
        case structure, agencies, people
    }

    let current: Section

    var html: HTML {
        """
        <nav class="contents" aria-label="The partnership">
        <ul>
        \(item("Structure", at: "/partnership", current == .structure))\
        \(item("Agencies", at: "/partnership/agencies", current == .agencies))\
        \(item("People", at: "/partnership/people", current == .people))
        </ul>
        </nav>
        """
    }

    private func item(_ title: String, at address: Address, _ isHere: Bool) -> HTML {
        let mark: HTML? = isHere ? " aria-current=\"page\"" : nil
        return "<li><a href=\"\(address)\"\(mark)>\(title)</a></li>"
    }

    static let home = Mention(at: "/home", titled: "Home")
    static let structure = Mention(at: "/partnership", titled: "Partnership")
    static let agencies = Mention(at: "/partnership/agencies", titled: "Agencies")
    static let people = Mention(at: "/partnership/people", titled: "People")
}

extension Term {
    /// "since 9 February 2016", "from 1 April 2016", "9 February 2016 to 31 March 2017".
    func words(on today: Day) -> String {
        let beginning = beginsOn.words
        guard let endsOn else { return (beginsOn <= today ? "since " : "from ") + beginning }
        return endsOn <= today ? "\(beginning), ended \(endsOn.words)" : "\(beginning), ends \(endsOn.words)"
    }
}

extension Field {
    /// A day as people write one.
    static func day(
        _ name: String, _ label: String, hint: String? = nil, answers: Answers, refusals: Refusals?
    ) -> Field {
        Field(
            name, label, hint: [hint, "For example, 9/2/2016."].compactMap(\.self).joined(separator: " "),
            value: answers[name], refusals: refusals)
    }

    /// The day from which something is no more.
    ///
    /// - Parameter hint: what that means, as a sentence.
    static func ending(_ hint: String, _ answers: Answers, _ refusals: Refusals?) -> Field {
        .day("day", "Ends on", hint: hint, answers: answers, refusals: refusals)
    }
}
