import HTTPTypes
import Hummingbird
import NIOCore
import Testing

@testable import Membership
@testable import Web

@Suite("Whoever asks too much waits, and nobody else does")
struct LimitTests {
    @Test("an allowance is used up, fills with time and not beyond its most, and a clock that stands still gives none")
    func bucket() {
        var bucket = TokenBucket(most: 3, over: .seconds(60))
        let rows: [(second: Double, wait: Double?)] = [
            (0, nil), (0, nil), (0, nil), (0, 20), (10, 10), (19, 1), (20, nil), (20, 20), (1000, nil), (1000, nil),
            (1000, nil), (1000, 20), (500, 20),
        ]
        for (index, row) in rows.enumerated() {
            let wait = bucket.take(at: .seconds(row.second)).map { $0 / .seconds(1) }
            switch (wait, row.wait) {
            case (nil, nil): break
            case (let wait?, let expected?): #expect(abs(wait - expected) < 0.001, "row \(index)")
            default: Issue.record("row \(index): \(wait as Any) instead of \(row.wait as Any)")
            }
        }
    }

    @Test("each caller has an allowance of their own for each class, and 0 sets none")
    func callers() {
        var limits = Limits()
        limits.aMinute = [.publicPage: 1, .publicForm: 1, .memberPage: 0]
        let allowances = Allowances(limits)
        let take = { kind, caller in allowances.take(.init(kind: kind, caller: caller), at: .zero) == nil }
        #expect(take(.publicPage, "a"))
        #expect(!take(.publicPage, "a"))
        #expect(take(.publicForm, "a"))
        #expect(take(.publicPage, "b"))
        #expect((0..<1000).allSatisfy { _ in take(.memberPage, "a") && take(.upload, "a") })
    }

    @Test("a member is one caller in every session; the built-in officer of one partnership never makes another’s wait")
    func builtIn() async throws {
        var limits = Limits()
        limits.aMinute = [.memberPage: 1]
        let builtIn = Member(id: FirstOfficerStore.person, name: "Community safety officer", roles: [], of: [])
        for (member, isOneCaller) in [(nil, true), (builtIn, false)] as [(Member?, Bool)] {
            let doorway = Doorway(limits, elapsed: { .zero })
            var refused = 0
            for session in [1, 2] as [UInt64] {
                do {
                    _ = try await doorway.pass(
                        Request(
                            head: HTTPRequest(method: .get, scheme: "http", authority: "x", path: "/"),
                            body: RequestBody(buffer: ByteBuffer())),
                        as: .memberPage, visit: .member(SessionToken(), as: member, session: session)
                    ) { _ in Response(status: .ok) }
                } catch is ComeAgain { refused += 1 }
            }
            #expect(refused == (isOneCaller ? 1 : 0))
        }
    }

    @Test("ever new addresses take no more room than there is, and do not make a storm forgotten that lasts")
    func bounded() {
        var limits = Limits()
        limits.aMinute = [.publicPage: 2]
        let allowances = Allowances(limits, most: 100)
        let storm = Allowances.Key(kind: .publicPage, caller: "storm")
        for index in 0..<1000 {
            let time = Duration.milliseconds(index)
            _ = allowances.take(.init(kind: .publicPage, caller: "\(index)"), at: time)
            let wait = allowances.take(storm, at: time)
            #expect(index < 2 || wait != nil, "\(index)")
            #expect(allowances.count <= 100)
        }
    }

    @Test(
        "a member keeps to their own allowance everywhere, and a stranger at a member's address counts as a visitor",
        arguments: [
            (RouteClass.free, RouteClass.free, RouteClass.free),
            (.publicPage, .publicPage, .memberPage), (.publicForm, .publicForm, .memberForm),
            (.signInForm, .signInForm, .signInForm), (.memberPage, .publicPage, .memberPage),
            (.memberForm, .publicForm, .memberForm), (.upload, .publicPage, .upload),
            (.printing, .publicPage, .printing),
        ])
    func classes(declared: RouteClass, ofVisitor: RouteClass, ofMember: RouteClass) {
        #expect(declared.asked(bySomebodySignedIn: false) == ofVisitor)
        #expect(declared.asked(bySomebodySignedIn: true) == ofMember)
        #expect(ofVisitor.room == nil || ofVisitor.room == .visitors)
        // What visitors take, members never wait for; but for forms by which one becomes a member.
        #expect(declared == .signInForm || ofMember.room != .visitors)
    }

    @Test("every class but the free one has a limit and a room by default, and members' room is the larger")
    func standard() throws {
        let limits = Limits()
        for kind in RouteClass.allCases where kind != .free {
            #expect(limits.aMinute[kind, default: 0] > 0)
            #expect(try limits.places[#require(kind.room), default: 0] > 0)
        }
        #expect(limits.bucket(of: .free) == nil && RouteClass.free.room == nil)
        #expect(limits.places[.members, default: 0] > limits.places[.visitors, default: 0])
    }
}
