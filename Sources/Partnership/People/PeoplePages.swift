import Foundation
import Membership
import Storage
import Web
import Wording

/// `/partnership/people` and below: who takes part, for whom, and in which seats.
struct PeoplePages {
    let today: Day
    let now: Date
    let structure: Structure
    let agencies: [Agency]
    /// Whether the reader keeps people.
    let mayKeep: Bool
    /// Whether they do so here: whoever may, but for a second step of signing in, is led to that, and before it sees neither
    /// email addresses nor how memberships stand (S27).
    let seesAll: Bool

    /// What was just done.
    struct Done {
        var added: Int?
        /// How many were invited.
        var invited: Int?
        /// Who was not, though it was asked.
        var notInvited: [Participant] = []
    }

    /// - Parameter inviting: who reads it, where they can invite people from it.
    func list(_ people: [Participant], done: Done = Done(), inviting visit: Visit? = nil) -> Page {
        let present = people.filter { $0.state != .left }
        let former = people.filter { $0.state == .left }
        return Page(
            "People", crumbs: [PartnershipSections.home, PartnershipSections.structure], width: .wide,
            body: """
                <h1>People</h1>
                <p class="lead measure">Everybody who takes part, for whom they work, and where they sit. What somebody may \
                do here comes from their seats.</p>
                \(PartnershipSections(current: .people).html)
                \(notices(done))
                \(mayKeep ? actions : nil)
                \(visit.flatMap { inviting(present, $0) } ?? table("People who take part", present).html)
                \(former.isEmpty ? nil : table("People who have left", former).html)
                """)
    }

    private func notices(_ done: Done) -> HTML {
        let added = done.added.map { count in
            Notice(
                .success, "\(count.counted("person was", "people were")) entered",
                "<p>Nobody has been written to yet: they take part when they are invited, or you confirm them.</p>"
            ).html
        }
        return "\(added)\(done.invited.map { invited($0, done.notInvited) })"
    }

    private func invited(_ count: Int, _ others: [Participant]) -> HTML {
        if count == 0, others.isEmpty { return Notice(.warning, "Nobody was chosen to be invited").html }
        let letters = count == 1 ? "1 invitation is on its way" : "\(count.grouped) invitations are on their way"
        let full = "is left for later: very many invitations were sent in the last hour"
        let left: HTML = "<ul>\(others.html { "<li>\($0.name) \($0.whyNotInvited ?? full).</li>" })</ul>"
        return Notice(
            count == 0 ? .warning : .success, count == 0 ? "No invitation was sent" : letters,
            others.isEmpty ? "<p>Each works for a day.</p>" : "<p>Nothing was sent to these:</p>\(left)"
        ).html
    }

    private var actions: HTML {
        """
        <p class="actions">\(Button("Add a person", to: "/partnership/people/new").html) \
        \(Button("Import people", to: "/partnership/people/import", weight: .secondary).html)</p>
        """
    }

    /// The same table in a form, with a box for each who can be invited; nil where nobody can.
    private func inviting(_ people: [Participant], _ visit: Visit) -> HTML? {
        guard people.contains(where: \.canBeInvited) else { return nil }
        let news = people.contains { $0.canBeInvited && $0.invitation == nil }
        let all: HTML = """
            <button class="button button--secondary" type="submit" name="all" value="yes">Invite everybody not yet \
            invited</button>
            """
        return PostForm(
            to: "/partnership/people/invitations", visit,
            """
            \(table("People who take part", people, inviting: true).html)
            <p class="actions">\(Button("Invite those ticked").html) \(news ? all : nil)</p>
            """
        ).html
    }

    private func table(_ caption: String, _ people: [Participant], inviting: Bool = false) -> DataTable {
        var columns: [DataTable.Column] = [.text("Name"), .text("Works for"), .text("Seats")]
        if seesAll { columns.append(.text("Membership")) }
        if inviting { columns.append(.text("Invite")) }
        return DataTable(
            caption, columns: columns,
            rows: people.map { person in
                var cells: [HTML] = [
                    "<a href=\"/partnership/people/\("\(person.id)")\">\(person.name)</a>",
                    HTML(text: agency(of: person) ?? "–"), HTML(text: seats(of: person)),
                ]
                if seesAll { cells.append(standing(person)) }
                if inviting { cells.append(person.canBeInvited ? box(person) : "–") }
                return cells
            })
    }

    private func standing(_ person: Participant) -> HTML {
        let invitation = person.invitationInWords(at: now)
        return "\(person.standing.html)\(invitation.map { " <span class=\"table-note\">\($0)</span>" as HTML })"
    }

    private func box(_ person: Participant) -> HTML {
        """
        <label class="tick"><input type="checkbox" name="person" value="\("\(person.id)")"> \
        <span class="visually-hidden">Invite \(person.name)</span></label>
        """
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
    ///   - wayIn: how they come to take part, where they do not yet.
    ///   - isInvited: whether an invitation was sent just now.
    func one(
        _ person: Participant, mayDo permissions: [Permission], isSelf: Bool, wayIn: HTML? = nil,
        isInvited: Bool = false
    ) -> Page {
        Page(
            person.name,
            crumbs: [PartnershipSections.home, PartnershipSections.structure, PartnershipSections.people],
            body: """
                <h1>\(person.name)</h1>
                \(isInvited ? Notice(.success, "An invitation is on its way. It works for a day.").html : nil)
                \(SummaryList(facts(person, isSelf)).html)
                \(mayKeep ? deeds(person, isSelf) : nil)
                \(seesAll ? wayIn : nil)
                <h2>Seats</h2>
                \(seatList(person))
                <h2>What these seats let \(isSelf ? "you" : "them") do</h2>
                \(grants(person, permissions))
                """)
    }

    private func facts(_ person: Participant, _ isSelf: Bool) -> [(name: String, value: HTML)] {
        let works = ("Works for", HTML(text: agency(of: person) ?? "not known"))
        guard seesAll else { return [works] }
        return [
            ("Membership", membership(person)), works,
            ("Email", HTML(text: person.details.email?.description ?? "not known")),
            ("Telephone", HTML(text: person.details.telephone?.description ?? "not known")),
        ]
    }

    private func membership(_ person: Participant) -> HTML {
        if person.state == .invited {
            let words = person.invitationInWords(at: now) ?? "Entered \(person.since.day)"
            return "\(person.standing.html) \(words). \(person.state.sentence)"
        }
        return "\(person.standing.html) since \(person.since.day). \(person.state.sentence)"
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
        guard person.state == .active || !seesAll else { return "<p>Nothing: the membership is not active.</p>" }
        guard !permissions.isEmpty || seesAll else { return "<p>Nothing that is shown here.</p>" }
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
        case .invited: "It grants nothing until they accept, or you confirm it."
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
