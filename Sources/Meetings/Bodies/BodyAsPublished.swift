import Membership
import Publishing
import Storage

extension PublishedBody {
    /// A body as it is kept, with who sits and sat on it.
    ///
    /// - Parameters:
    ///   - earliest: nobody is named who held their seat no more by then.
    ///   - agencies: what agencies are called.
    init(_ body: Body, in structure: Structure, agencies: [ID<Agency>: String], since earliest: Day) {
        let regime = body.details.regime
        self.init(
            name: body.name, kind: regime.publicKind, rules: regime.law ?? "", purpose: body.details.purpose,
            frequency: body.details.frequency, parent: body.parent?.description,
            beginsOn: body.term.beginsOn.description, endsOn: body.term.endsOn?.description,
            seats: structure.seats.filter { $0.body == body.id && !$0.term.hasEnded(on: earliest) }.map { seat in
                Seat(
                    key: seat.id.description, title: seat.title, isChair: seat.role == .chair,
                    isVoting: seat.role.votes, agency: seat.agency.flatMap { agencies[$0] } ?? "",
                    beginsOn: seat.term.beginsOn.description, endsOn: seat.term.endsOn?.description,
                    holders: seat.holders.filter { !$0.term.hasEnded(on: earliest) }.map(Holder.init))
            })
    }
}

extension PublishedBody.Holder {
    fileprivate init(_ appointment: Appointment) {
        self.init(
            key: appointment.id.description, person: appointment.person.description, name: appointment.name,
            beginsOn: appointment.term.beginsOn.description, endsOn: appointment.term.endsOn?.description)
    }
}

extension Role {
    /// Whether who sits in such a seat has a vote. Officers advise a body; they are not of it.
    fileprivate var votes: Bool {
        switch self {
        case .chair, .member, .strategicLead, .operationalLead: true
        case .officer, .clerk, .analyst, .caseworker, .administrator: false
        }
    }
}

extension Body.Regime {
    /// As everybody is told what a body is.
    var publicKind: String {
        switch self {
        case .partnership: "A group of the partnership"
        case .councilEngland: "A committee or panel of a council in England"
        case .executiveEngland: "A cabinet or executive in England"
        case .councilWales: "A committee or panel of a council in Wales"
        case .executiveWales: "A cabinet or executive in Wales"
        case .publicMeeting: "A meeting for everybody"
        case .privatePanel, .team: "Not public"
        }
    }

    /// By what it meets; nil where no law says.
    fileprivate var law: String? {
        switch self {
        case .councilEngland: "Local Government Act 1972, Part VA"
        case .executiveEngland:
            "Local Authorities (Executive Arrangements) (Meetings and Access to Information) (England) Regulations 2012"
        case .councilWales, .executiveWales:
            "Local Government Act 1972, Part VA, and Local Government and Elections (Wales) Act 2021"
        case .partnership: "The partnership’s terms of reference"
        case .publicMeeting, .privatePanel, .team: nil
        }
    }
}
