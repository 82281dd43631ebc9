import Membership
import Storage
import Web
import Wording

/// `/partnership/people` and below: who takes part, for whom, and in which seats.
struct PeoplePages {
    let today: Day
    let structure: Structure
    let agencies: [Agency]
    /// Whether the reader keeps people, and so sees their email addresses.
    let mayKeep: Bool
    /// Whoever may keep people, but for a second step of signing in, is led to that and sees no email before (S27).
    let seesEmails: Bool

    func list(_ people: [Participant], added: Int? = nil) -> Page {
        let present = people.filter { $0.state != .left }
        let former = people.filter { $0.state == .left }
        return Page(
            "People", crumbs: [PartnershipSections.home, PartnershipSections.structure], width: .wide,
            body: """
                <h1>People</h1>
                <p class="lead measure">Everybody who takes part, for whom they work, and where they sit. What somebody may \
                do here comes from their seats.</p>
                \(PartnershipSections(current: .people).html)
                \(added.map { Notice(.success, "\($0.counted("person was", "people were")) entered, to be invited").html })
                \(mayKeep ? actions : nil)
                \(table("People who take part", present).html)
                \(former.isEmpty ? nil : table("People who have left", former).html)
                """)
    }

    private var actions: HTML {
        """
        <p class="actions">\(Button("Add a person", to: "/partnership/people/new").html) \
        \(Button("Import people", to: "/partnership/people/import", weight: .secondary).html)</p>
        """
    }

    private func table(_ caption: String, _ people: [Participant]) -> DataTable {
        DataTable(
            caption, columns: [.text("Name"), .text("Works for"), .text("Seats"), .text("Membership")],
            rows: people.map { person in
                [
                    "<a href=\"/partnership/people/\("\(person.id)")\">\(person.name)</a>",
                    HTML(text: agency(of: person) ?? "–"), HTML(text: seats(of: person)), person.state.tag.html,
                ]
            })
    }

    private func seats(of person: Participant) -> String {
        let seats = structure.seats(for: person.id, on: today).map { seat in
            "\(seat.title), \(structure.body(seat.body)?.name ?? "")"
        }
        return seats.isEmpty ? "–" : seats.joined(separator: "; ")
    }

    private func agency(of person: Participant) -> String? {
        agencies.first { $0.id == person.details.agency }?.name
    }

    /// - Parameters:
    ///   - invitation: the form that sends an invitation, where one can be sent.
    ///   - isInvited: whether it was sent just now.
    func one(
        _ person: Participant, mayDo permissions: [Permission], isSelf: Bool, invitation: HTML? = nil,
        isInvited: Bool = false
    ) -> Page {
        let email: [(name: String, value: HTML)] =
            seesEmails ? [("Email", HTML(text: person.details.email?.description ?? "not known"))] : []
        return Page(
            person.name,
            crumbs: [PartnershipSections.home, PartnershipSections.structure, PartnershipSections.people],
            body: """
                <h1>\(person.name)</h1>
                \(isInvited ? Notice(.success, "An invitation is on its way. It works for a day.").html : nil)
                \(SummaryList(
                    [("Membership", "\(person.state.tag.html) since \(person.since.day). \(person.state.sentence)"),
                    ("Works for", HTML(text: agency(of: person) ?? "not known"))] + email
                ).html)
                \(mayKeep ? deeds(person, isSelf) : nil)
                \(seesEmails ? invitation : nil)
                <h2>Seats</h2>
                \(seatList(person))
                <h2>What these seats let \(isSelf ? "you" : "them") do</h2>
                \(grants(person, permissions))
                """)
    }

    private func deeds(_ person: Participant, _ isSelf: Bool) -> HTML {
        let deeds = isSelf ? [] : person.state.deeds
        return """
            <p class="actions">\
            \(Button("Change details", to: "/partnership/people/\(person.id)/details", weight: .secondary).html) \
            \(deeds.html { deed in
                let address: Address = "/partnership/people/\(person.id)/membership/\(deed.rawValue)"
                return "\(Button(deed.label, to: address, weight: .secondary).html) "
            })</p>
            """
    }

    private func seatList(_ person: Participant) -> HTML {
        let seats = structure.seats(for: person.id, on: today)
        guard !seats.isEmpty else { return "<p>None today.</p>" }
        return """
            <ul>
            \(seats.html { seat in
                let isSubstitute = seat.holder(on: today)?.person != person.id
                return """
                    <li><a href="/partnership/seats/\("\(seat.id)")">\(seat.title)</a>, \
                    \(structure.body(seat.body)?.name ?? "")\(isSubstitute ? " (as substitute)" : "")</li>
                    """
            })
            </ul>
            """
    }

    private func grants(_ person: Participant, _ permissions: [Permission]) -> HTML {
        guard person.state == .active else { return "<p>Nothing: the membership is not active.</p>" }
        guard !permissions.isEmpty else { return "<p>Nothing yet: a person without a seat may do nothing here.</p>" }
        return "<ul>\(permissions.html { "<li>\($0.sentence)</li>" })</ul>"
    }
}

extension MembershipState {
    var title: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }

    var tag: Tag {
        switch self {
        case .invited: Tag(title, .waiting)
        case .active: Tag(title, .good)
        case .suspended: Tag(title, .bad)
        case .left: Tag(title)
        }
    }

    var sentence: String {
        switch self {
        case .invited: "It grants nothing until it is confirmed."
        case .active: "It grants what the seats below hold."
        case .suspended: "It grants nothing until it is taken up again."
        case .left: "It grants nothing."
        }
    }
}

extension MembershipDeed {
    var label: String {
        switch self {
        case .confirm: "Confirm membership"
        case .suspend: "Suspend"
        case .resume: "Take up again"
        case .leave: "End membership"
        case .invite: "Invite again"
        }
    }

    /// What it does, before it is done.
    var consequence: String {
        switch self {
        case .confirm: "From this moment their seats let them do what those hold. Be sure that it is them."
        case .suspend:
            "From this moment their seats grant nothing, wherever they are signed in. Nothing else is changed, "
                + "and it can be taken up again."
        case .resume: "From this moment their seats let them do again what those hold."
        case .leave:
            "From this moment their seats grant nothing, wherever they are signed in. Nothing is deleted, and they "
                + "can be invited again."
        case .invite: "They are invited; it grants nothing until it is confirmed."
        }
    }

    var isHarsh: Bool { self == .suspend || self == .leave }
}
