import Membership
import Storage
import Web
import Wording

/// `/partnership/agencies` and below: who takes part, and what is missing.
struct AgencyPages {
    let today: Day
    let mayChange: Bool

    func list(_ agencies: [Agency], gaps: [StatutoryGap], country: PartnershipArea.Country?) -> Page {
        let present = agencies.filter { !$0.term.hasEnded(on: today) }
        let former = agencies.filter { $0.term.hasEnded(on: today) }
        return Page(
            "Agencies", crumbs: [PartnershipSections.home, PartnershipSections.structure], width: .wide,
            body: """
                <h1>Agencies</h1>
                <p class="lead measure">Who works together here, what makes each take part, and whom to call about sharing \
                information.</p>
                \(PartnershipSections(current: .agencies).html)
                \(mayChange ? HTML("<p class=\"actions\">\(Button("Add an agency", to: "/partnership/agencies/new").html)</p>") : nil)
                \(GapList(gaps: gaps, country: country, mayChange: mayChange).html)
                <h2>Who takes part</h2>
                \(present.isEmpty ? empty : table("Agencies that take part", present).html)
                \(former.isEmpty ? nil : table("Agencies that took part before", former).html)
                """)
    }

    private var empty: HTML {
        EmptyState(
            "No agency yet", "Add the council first, then each of the others the Act names.",
            action: mayChange ? Button("Add an agency", to: "/partnership/agencies/new", weight: .secondary) : nil
        ).html
    }

    private func table(_ caption: String, _ agencies: [Agency]) -> DataTable {
        DataTable(
            caption,
            columns: [
                .text("Agency"), .text("What it is"), .text("Standing"), .text("Liaison officer"), .text("Takes part"),
            ],
            rows: agencies.map { agency in
                [
                    "<a href=\"/partnership/agencies/\("\(agency.id)")\">\(agency.name)</a>",
                    HTML(text: agency.kind.title), agency.standing.tag.html,
                    shortLiaison(agency),
                    HTML(text: agency.term.words(on: today)),
                ]
            })
    }

    func one(_ agency: Agency, seats: [(body: Body, seat: Seat)], for visit: Visit) -> Page {
        Page(
            agency.name, crumbs: crumbs,
            body: """
                <h1>\(agency.name)</h1>
                \(mayChange ? actions(agency, visit) : nil)
                \(SummaryList([
                    ("What it is", HTML(text: agency.kind.title)), ("Standing", standing(agency)),
                    ("Takes part", HTML(text: agency.term.words(on: today))),
                    ("Whom to call about sharing information", liaison(agency)),
                ]).html)
                \(former(agency))
                <h2>Its seats</h2>
                \(seats.isEmpty ? "<p>No seat is this agency’s.</p>" : self.seats(seats))
                """)
    }

    private func standing(_ agency: Agency) -> HTML {
        "\(agency.standing.tag.html) \(agency.standing.sentence)"
    }

    private func actions(_ agency: Agency, _ visit: Visit) -> HTML {
        if agency.term.endsOn != nil {
            return """
                \(Notice(.information, "Its part \(agency.term.hasEnded(on: today) ? "has ended" : "ends")").html)
                \(PressForm(label: "It takes part again", action: "/partnership/agencies/\(agency.id)/return").html(for: visit))
                """
        }
        return """
            <p class="actions">\
            \(Button("Change details", to: "/partnership/agencies/\(agency.id)/details", weight: .secondary).html) \
            \(Button("Name the liaison officer", to: "/partnership/agencies/\(agency.id)/liaison-officer", weight: .secondary).html) \
            \(Button("End its part", to: "/partnership/agencies/\(agency.id)/departure", weight: .secondary).html)</p>
            """
    }

    private func liaison(_ agency: Agency) -> HTML {
        guard let officer = agency.liaisonOfficer(on: today) else {
            return agency.isResponsible(on: today) ? "\(Tag("Missing", .bad).html)" : "Nobody is named."
        }
        let number = officer.telephone.map(telephone) ?? "No telephone number is known yet."
        return """
            \(person(officer)), the liaison officer \(officer.term.words(on: today)).<br>
            \(number)
            """
    }

    private func telephone(_ number: TelephoneNumber) -> HTML {
        "Telephone <a href=\"tel:\(number.dialled)\">\(number.description)</a>"
    }

    private func shortLiaison(_ agency: Agency) -> HTML {
        if let officer = agency.liaisonOfficer(on: today) {
            return "\(person(officer))\(officer.telephone.map { "<br>\(telephone($0))" as HTML })"
        }
        return agency.isResponsible(on: today) ? Tag("Missing", .bad).html : "–"
    }

    private func former(_ agency: Agency) -> HTML? {
        let former = agency.liaisonOfficers.filter { $0.term.hasEnded(on: today) }
        guard !former.isEmpty else { return nil }
        return """
            <h2>Liaison officers before</h2>
            <ul>\(former.html { "<li>\(person($0)), \($0.term.words(on: today))</li>" })</ul>
            """
    }

    private func person(_ appointment: Appointment) -> HTML {
        "<a href=\"/partnership/people/\("\(appointment.person)")\">\(appointment.name)</a>"
    }

    private func seats(_ seats: [(body: Body, seat: Seat)]) -> HTML {
        """
        <ul>
        \(seats.html { body, seat in
            """
            <li><a href="/partnership/seats/\("\(seat.id)")">\(seat.title)</a>, \(body.name): \
            \(seat.isConcealed ? "not shown" : seat.holder(on: today).map(\.name) ?? "vacant")</li>
            """
        })
        </ul>
        """
    }

    var crumbs: [Mention] {
        [PartnershipSections.home, PartnershipSections.structure, PartnershipSections.agencies]
    }
}

extension Agency.Kind {
    var title: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
}

extension Agency.Standing {
    var title: String {
        switch self {
        case .responsible: "Responsible authority"
        case .cooperating: "Co-operating"
        case .invited: "Invited"
        }
    }

    var sentence: String {
        switch self {
        case .responsible: "The Act names it (section 5(1))."
        case .cooperating: "It must co-operate with those the Act names (section 5(2))."
        case .invited: "The partnership asked it to take part."
        }
    }

    var tag: Tag { Tag(title, self == .responsible ? .good : .plain) }
}
