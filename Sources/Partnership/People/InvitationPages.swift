import Membership
import Web
import Wording

extension Participant {
    /// “Not yet invited” for whoever was entered and has been sent nothing, and else how the membership stands.
    var standing: Tag { state == .invited && invitation == nil ? Tag("Not yet invited") : state.tag }
}

/// How somebody who was entered comes to take part, on their page.
struct WayIn {
    let person: Participant
    let sendsMail: Bool
    /// By which whoever runs the program says which partnership is meant.
    let partnership: String

    func html(for visit: Visit) -> HTML? {
        guard person.state == .invited else { return nil }
        guard let email = person.details.email else {
            return """
                <h2>How they get in</h2>
                <p>They sign in by their email address: <a href="/partnership/people/\("\(person.id)")/details">enter it</a> \
                first. Somebody who will not sign in needs none.</p>
                """
        }
        guard sendsMail else {
            return """
                <h2>How they get in</h2>
                <p>No letters leave this site. Ask whoever runs the program to make a link for them, which works once and for a \
                day, and pass it on:</p>
                <p class="command"><code>frankpledge user invite \(email.description.inShell) --partnership \(partnership.inShell)</code></p>
                """
        }
        let label = person.invitation == nil ? "Send an invitation by email" : "Send the invitation again"
        return PressForm(label: label, action: "/partnership/people/\(person.id)/invitation", weight: .primary)
            .html(for: visit)
    }
}

/// Before several people are written to: who will be, and who cannot be, and why.
struct InvitationsPage {
    let people: [Participant]

    private var able: [Participant] { people.filter(\.canBeInvited) }

    func page(for visit: Visit) -> Page {
        let crumb = PartnershipSections.people
        guard !able.isEmpty else {
            return Page(
                "Nobody can be invited", crumbs: [PartnershipSections.home, PartnershipSections.structure, crumb],
                body: """
                    <h1>Nobody can be invited</h1>
                    <ul>
                    \(people.html { "<li>\($0.name) \($0.whyNotInvited ?? "").</li>\n" })
                    </ul>
                    <p>\(Button("Back to the people", to: crumb.address, weight: .secondary).html)</p>
                    """)
        }
        let consequences = people.map { person in
            if let why = person.whyNotInvited { return "\(person.name) is sent nothing: they \(why.asTheyDo)." }
            let again = person.invitation == nil ? "" : " The link they were sent before works no more."
            return
                "\(person.name) is sent a letter to \(person.details.email?.description ?? "") with a link that works for a "
                + "day.\(again)"
        }
        let count = able.count.counted("person", "people")
        let confirmation = Confirmation(
            "Invite \(count)?", consequences: consequences,
            verb: "Send \(able.count.counted("invitation", "invitations"))",
            to: "/partnership/people/invitations/sent", visit,
            values: [("people", people.map { "\($0.id)" }.joined(separator: ","))],
            isHarsh: false, wayBack: Mention(at: crumb.address, titled: "Cancel"))
        return Page(
            "Invite \(count)?", crumbs: [PartnershipSections.home, PartnershipSections.structure, crumb],
            body: "<h1>Invite \(count)?</h1>\n\(confirmation.html)")
    }
}

extension String {
    /// “has left” after “they”.
    fileprivate var asTheyDo: String {
        for (one, many) in [("takes ", "take "), ("is ", "are "), ("has ", "have ")] where hasPrefix(one) {
            return many + dropFirst(one.count)
        }
        return self
    }
}

extension String {
    /// As somebody pastes it into a terminal: whatever stands in it is words there, and no command.
    fileprivate var inShell: String {
        let isPlain = allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "@._+-".contains($0)) }
        return isPlain && !isEmpty ? self : "'\(replacing("'", with: #"'\''"#))'"
    }
}
