import Hummingbird
import Membership
import Storage
import Web

/// Who sits in a seat, and who may sit there instead.
struct SeatingRoutes: Sendable {
    let who: WhoIsWho

    func add(to routes: inout Routes) {
        routes.members(.get, "/partnership/seats/{seat}/holder", may: .keepPeople) { _, context in
            let (seat, body) = try await who.seat(context)
            let answers = Answers(["from": who.today.typed])
            return .page(try await who.seatForms(for: body).holder(of: seat, answers).page(for: context.visit))
        }
        routes.members(.post, "/partnership/seats/{seat}/holder", may: .keepPeople, use: appoint)
        routes.members(.get, "/partnership/seats/{seat}/substitutes", may: .keepPeople) { _, context in
            let (seat, body) = try await who.seat(context)
            let answers = Answers(["day": who.today.typed])
            return .page(try await who.seatForms(for: body).substitute(in: seat, answers).page(for: context.visit))
        }
        routes.members(.post, "/partnership/seats/{seat}/substitutes", may: .keepPeople, use: substitute)
        end.add(
            to: &routes, at: "/partnership/seats/{seat}/appointments/{appointment}/end", may: .keepPeople)
    }

    private func appoint(_ form: Form, _ context: MemberContext) async throws -> Reply {
        let (seat, body) = try await who.seat(context)
        let forms = try await who.seatForms(for: body)
        return try await answering(context.visit, again: { forms.holder(of: seat, Answers(form), refusals: $0) }) {
            var check = Check(form)
            let person = check.id("person", of: Person.self, ask: "Choose a person")
            let from = check.day("from", ask: "Enter the day from which they hold it")
            let to = check.optionalDay("day")
            let (chosen, term) = try check.checked { () -> (ID<Person>, Term)? in
                guard let person, let from else { return nil }
                return (person, try Term(from: from, to: to))
            }
            try await who.seating.appoint(chosen, to: seat.id, for: term, by: context.member, at: who.now())
            return "/partnership/seats/\(seat.id)"
        }
    }

    private func substitute(_ form: Form, _ context: MemberContext) async throws -> Reply {
        let (seat, body) = try await who.seat(context)
        let forms = try await who.seatForms(for: body)
        return try await answering(
            context.visit, again: { forms.substitute(in: seat, Answers(form), refusals: $0) }
        ) {
            var check = Check(form)
            let person = check.id("person", of: Person.self, ask: "Choose a person")
            let day = check.day("day", ask: "Enter the day from which they may substitute")
            let (chosen, from) = try check.checked { () -> (ID<Person>, Day)? in
                guard let person, let day else { return nil }
                return (person, day)
            }
            try await who.seating.substitute(chosen, in: seat.id, from: from, by: context.member, at: who.now())
            return "/partnership/seats/\(seat.id)"
        }
    }

    private typealias Opened = (forms: SeatFormPages, seat: Seat, appointment: Appointment)

    private var end: RecordForm<Opened, Day> {
        .ending(
            at: { who.today }, inEntries: "ends", changes: who.changes, stored: opened,
            subject: { .init("seat", $0.seat.id) }, term: \.appointment.term, ask: "Enter the day on which it ends",
            page: { $0.forms.end($0.appointment, in: $0.seat, $1, refusals: $2) },
            save: { opened, day, context in
                try await who.seating.end(
                    opened.appointment, in: opened.seat.id, on: day, by: context.member.actor, at: who.now())
            }, done: { "/partnership/seats/\($0.seat.id)" })
    }

    @Sendable
    private func opened(_ context: MemberContext) async throws -> Opened {
        let (seat, body) = try await who.seat(context)
        return (try await who.seatForms(for: body), seat, try appointment(in: seat, context))
    }

    private func appointment(in seat: Seat, _ context: MemberContext) throws -> Appointment {
        guard let id = context.parameters.get("appointment").flatMap({ ID<Appointment>($0) }),
            let appointment = (seat.holders + seat.substitutes).first(where: { $0.id == id })
        else { throw HTTPError(.notFound) }
        return appointment
    }
}
