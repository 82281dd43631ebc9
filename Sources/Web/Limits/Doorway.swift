import Hummingbird
import Membership
import NIOCore
import Storage
import Wording

/// What every request passes before its handler: its caller's allowance, and then a place in a room, so that a storm of
/// visitors can neither be long nor take what members work with (S48).
struct Doorway: Sendable {
    private let allowances: Allowances
    private let rooms: [Room.Name: Room]
    private let elapsed: @Sendable () -> Duration

    /// - Parameter elapsed: time by a clock that is never set.
    init(_ limits: Limits, elapsed: @escaping @Sendable () -> Duration) {
        allowances = Allowances(limits)
        rooms = limits.places.reduce(into: [:]) { rooms, room in
            rooms[room.key] = Room(name: room.key, places: room.value)
        }
        self.elapsed = elapsed
    }

    /// Lets a request in, and its handler make the answer.
    ///
    /// - Throws: ``ComeAgain``, ``FormError``, or what the handler throws.
    func pass(
        _ request: Request, as declared: RouteClass, visit: Visit, _ handler: (Request) async throws -> Response
    ) async throws -> Response {
        // A page that is asked for while another answer is made is let in with that.
        guard TypedBefore.now == nil else { return try await handler(request) }
        let kind = declared.asked(bySomebodySignedIn: visit.member != nil)
        let caller = visit.session.map(Self.caller) ?? visit.caller.address
        let key = Allowances.Key(kind: kind, caller: kind == .signInForm ? visit.caller.address : caller)
        if let wait = allowances.take(key, at: elapsed()) { throw ComeAgain.tooMany(after: wait) }
        guard let name = kind.room, let room = rooms[name] else { return try await handler(request) }
        let request = try await kind.isReadFirst ? whole(request, upTo: kind.longestBody) : request
        do {
            return try await room.during(for: caller) { try await handler(request) }
        } catch is Room.Full {
            throw ComeAgain.full
        }
    }

    /// A member is one caller wherever they are. The built-in officer is somebody else in each partnership, and so in each session.
    private static func caller(_ session: Session) -> String {
        session.member.id == FirstOfficerStore.person ? session.id.description : session.member.id.description
    }

    func expose(in exposition: inout Exposition) {
        let rooms = rooms.sorted { $0.key.rawValue < $1.key.rawValue }
        exposition.add(
            "requests_at_work", .gauge, "Requests that have a place in a room.",
            rooms.map { .init(Double($0.value.atWork), ["room": $0.key.rawValue]) })
        exposition.add(
            "requests_waiting", .gauge, "Requests that wait for a place in a room.",
            rooms.map { .init(Double($0.value.waiting), ["room": $0.key.rawValue]) })
    }

    /// A form that dribbles in takes no place while it does; nor does a page, which goes out after its handler is done.
    private func whole(_ request: Request, upTo longest: Int) async throws -> Request {
        var (request, body, patience) = (request, ByteBuffer(), patience)
        for try await var chunk in request.body {
            body.writeBuffer(&chunk)
            guard body.readableBytes <= longest else {
                throw FormError.tooLarge(limit: min(longest, 1_000_000).asSize)
            }
            try patience.check(body.readableBytes)
        }
        request.body = RequestBody(buffer: body)
        return request
    }

    /// How long is waited for what somebody begins to send now.
    var patience: Patience { Patience(elapsed: elapsed) }

    /// Time by a clock that is never set.
    var time: Duration { elapsed() }
}

/// Nobody is wrong; there is only too much at once.
enum ComeAgain: Error {
    /// This caller asked too often.
    case tooMany(after: Duration)
    /// Everybody together did.
    case full
}

extension Room {
    /// Nobody fills a room alone, for all partnerships work in it: what takes long to arrive, or to make, holds its place for
    /// long. Strangers behind one address are many.
    fileprivate convenience init(name: Name, places: Int) {
        switch name {
        case .visitors: self.init(places: places, mostWaiting: places * 4)
        case .uploads:
            self.init(places: places, mostWaiting: places * 4, mostOfOne: max(1, places / 4), mostWaitingOfOne: 0)
        // A browser asks for six things at once, and an officer has several windows.
        case .members, .printing:
            self.init(places: places, mostWaiting: places * 4, mostOfOne: max(1, places / 8), mostWaitingOfOne: places)
        }
    }
}
