import Membership
import Storage
import Web
import Wording

/// `/partnership/bodies/{body}` and `/partnership/seats/{seat}`: a body with its seats, and a seat with its people.
struct BodyPages {
    let structure: Structure
    let agencies: [Agency]
    let today: Day
    let visit: Visit
    let mayChange: Bool
    let maySeat: Bool

    func body(_ body: Body) -> Page {
        let former = structure.seats.filter { $0.body == body.id && !$0.term.holds(on: today) }
        return Page(
            body.name, crumbs: [PartnershipSections.home, PartnershipSections.structure], width: .wide,
            body: """
                <h1>\(body.name)</h1>
                \(body.isStrategyGroup ? HTML("<p>\(Tag("Strategy group", .good).html)</p>") : nil)
                \(body.details.purpose.isEmpty ? nil : HTML("<p class=\"lead\">\(body.details.purpose.sentence)</p>"))
                \(mayChange ? actions(body) : nil)
                \(SummaryList(facts(body)).html)
                <h2>Seats</h2>
                \(structure.seats(of: body.id, on: today).contains(where: \.isConcealed) ? Self.concealment : nil)
                \(seatTable(body))
                \(mayChange && !body.term.hasEnded(on: today) ? addSeat(body) : nil)
                \(former.isEmpty ? nil : table("Seats before and to come", former).html)
                """)
    }

    private func facts(_ body: Body) -> [(name: String, value: HTML)] {
        let below = structure.bodies(below: body.id, on: today)
        let above = body.parent.flatMap(structure.body)
        var facts: [(name: String, value: HTML)] = [("Its meetings", HTML(text: body.details.regime.title))]
        if !body.details.frequency.isEmpty { facts.append(("How often", HTML(text: body.details.frequency))) }
        facts.append(("Answers to", above.map(link) ?? "nobody here"))
        if !below.isEmpty { facts.append(("Bodies below it", HTML(below.map { "\(link($0))<br>" }))) }
        return facts + [("In being", HTML(text: body.term.words(on: today)))]
    }

    private func link(_ body: Body) -> HTML {
        "<a href=\"/partnership/bodies/\("\(body.id)")\">\(body.name)</a>"
    }

    private func actions(_ body: Body) -> HTML {
        TermActions(
            noun: "body", term: body.term, details: "/partnership/bodies/\(body.id)/details",
            closure: "/partnership/bodies/\(body.id)/closure", comeback: "/partnership/bodies/\(body.id)/return"
        ).html(on: today, for: visit)
    }

    private func addSeat(_ body: Body) -> HTML {
        "<p class=\"actions\">\(Button("Add a seat", to: "/partnership/bodies/\(body.id)/seats/new").html)</p>"
    }

    private func seatTable(_ body: Body) -> HTML {
        let seats = structure.seats(of: body.id, on: today)
        guard !seats.isEmpty else { return "<p>It has none yet.</p>" }
        return table("Seats on \(today.words)", seats).html
    }

    private func table(_ caption: String, _ seats: [Seat]) -> DataTable {
        DataTable(
            caption,
            columns: [.text("Seat"), .text("Role"), .text("Agency"), .text("Held by"), .text("Substitutes")],
            rows: seats.map { seat in
                let substitutes = seat.substitutes(on: today)
                return [
                    "<a href=\"/partnership/seats/\("\(seat.id)")\">\(seat.title)</a>", HTML(text: seat.role.title),
                    HTML(text: agency(of: seat)),
                    seat.isConcealed ? "Not shown" : seat.holder(on: today).map(person) ?? Tag("Vacant", .waiting).html,
                    seat.isConcealed
                        ? "Not shown" : substitutes.isEmpty ? "–" : HTML(text: substitutes.map(\.name).inWords),
                ]
            })
    }

    private static let concealment: HTML = """
        <p>Who sits on a private panel is shown to its members, and to those who keep the structure or the people.</p>
        """

    private func agency(of seat: Seat) -> String {
        agencies.first { $0.id == seat.agency }?.name ?? "–"
    }

    private func person(_ appointment: Appointment) -> HTML {
        "<a href=\"/partnership/people/\("\(appointment.person)")\">\(appointment.name)</a>"
    }

    func seat(_ seat: Seat, on body: Body) -> Page {
        let others = seat.holders.filter { !$0.term.holds(on: today) }
        return Page(
            "\(seat.title), \(body.name)",
            crumbs: [
                PartnershipSections.home, PartnershipSections.structure,
                Mention(at: "/partnership/bodies/\(body.id)", titled: body.name),
            ],
            body: """
                <h1>\(seat.title)</h1>
                <p class="lead">A seat on \(link(body)).</p>
                \(mayChange ? actions(seat) : nil)
                \(SummaryList([
                    ("Role", "\(seat.role.title). \(seat.role.sentence)"), ("Agency", HTML(text: agency(of: seat))),
                    ("In being", HTML(text: seat.term.words(on: today))),
                ]).html)
                <h2>Who holds it</h2>
                \(seat.isConcealed ? Self.concealment : sitting(seat))
                \(others.isEmpty ? nil : earlier(others))
                """)
    }

    private func actions(_ seat: Seat) -> HTML {
        TermActions(
            noun: "seat", term: seat.term, details: "/partnership/seats/\(seat.id)/details",
            closure: "/partnership/seats/\(seat.id)/closure", comeback: "/partnership/seats/\(seat.id)/return"
        ).html(on: today, for: visit)
    }

    private func sitting(_ seat: Seat) -> HTML {
        """
        \(holder(seat))
        <h2>Who may substitute</h2>
        \(substitutes(seat))
        """
    }

    private func holder(_ seat: Seat) -> HTML {
        guard let holder = seat.holder(on: today) else {
            let appoint = Button("Appoint somebody", to: "/partnership/seats/\(seat.id)/holder")
            return
                "<p>\(Tag("Vacant", .waiting).html)</p>\(maySeat ? HTML("<p class=\"actions\">\(appoint.html)</p>") : nil)"
        }
        return "<ul>\(appointment(holder, in: seat))</ul>"
    }

    private func substitutes(_ seat: Seat) -> HTML {
        let now = seat.substitutes.filter { !$0.term.hasEnded(on: today) }
        let name = Button("Name a substitute", to: "/partnership/seats/\(seat.id)/substitutes", weight: .secondary)
        return """
            \(now.isEmpty ? "<p>Nobody is named.</p>" : HTML("<ul>\(now.html { appointment($0, in: seat) })</ul>"))
            \(maySeat ? HTML("<p class=\"actions\">\(name.html)</p>") : nil)
            """
    }

    private func appointment(_ appointment: Appointment, in seat: Seat) -> HTML {
        let address: Address = "/partnership/seats/\(seat.id)/appointments/\(appointment.id)/end"
        let end: HTML =
            "<br><a href=\"\(address)\">End<span class=\"visually-hidden\"> the time of \(appointment.name)</span></a>"
        let mayEnd = maySeat && appointment.term.endsOn == nil
        return "<li>\(person(appointment)), \(appointment.term.words(on: today))\(mayEnd ? end : nil)</li>"
    }

    private func earlier(_ appointments: [Appointment]) -> HTML {
        """
        <h2>Before and to come</h2>
        <ul>\(appointments.html { "<li>\(person($0)), \($0.term.words(on: today))</li>" })</ul>
        """
    }
}

extension Body.Regime {
    var title: String {
        switch self {
        case .partnership: "Under the partnership’s own terms of reference"
        case .councilEngland: "Council, committee or panel in England (Local Government Act 1972, Part VA)"
        case .executiveEngland: "Cabinet or executive in England (Regulations of 2012)"
        case .councilWales: "Council or committee in Wales (Local Government Act 1972, Part VA)"
        case .executiveWales: "Cabinet or executive in Wales"
        case .privatePanel: "A private panel: nothing of it is ever published"
        case .publicMeeting: "A public meeting or forum"
        case .team: "A team: it has no formal meetings"
        }
    }
}

extension String {
    /// With a capital and a full stop.
    var sentence: String {
        let text = prefix(1).uppercased() + dropFirst()
        return text.hasSuffix(".") ? text : text + "."
    }
}
