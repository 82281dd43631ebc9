import Foundation
import HTTPTypes
import HummingbirdTesting
import Membership
import ScratchDatabases
import Storage
import Web

@testable import App

/// Who sees what, tried out and written down, for people who read no code.
struct WhoSeesWhat {
    /// Somebody who asks, and what they are called at the head of their column.
    private struct Asker {
        let title: String
        /// A browser of their own for each route: one route signs them out.
        let browser: @Sendable () async throws -> Browser
    }

    /// Something about a person, and what a page says that shows it.
    private struct Fact {
        let title: String
        let isShown: @Sendable (TestResponse) -> Bool
    }

    let text: String

    init(_ house: House) async throws {
        let samples = try await SampleRoutes(house)
        let askers = try await Self.askers(house, samples.who)
        try await Self.enterFacts(house, samples.who)
        var shown = Self.facts.map { _ in Set<String>() }
        var routes: [String] = []
        for sample in samples.all {
            let address = sample.address ?? sample.route.path
            var answers: [String] = []
            for asker in askers {
                let browser = try await asker.browser()
                let isForm = sample.route.method == .post
                let answer = try await isForm ? browser.send(to: address) : browser.get(address)
                answers.append(Self.words(answer, sample.route))
                for (index, fact) in Self.facts.enumerated() where !isForm && fact.isShown(answer) {
                    shown[index].insert(asker.title)
                }
            }
            routes.append(Self.line(sample.route, answers))
        }
        let heads = askers.map { ($0.title, Self.width) }
        var lines = [Self.introduction] + Self.permissions + ["", Self.factsIntroduction]
        lines.append(Self.line([("", 100)] + heads))
        for (fact, shown) in zip(Self.facts, shown) {
            let answers = askers.map { (shown.contains($0.title) ? "yes" : "no", Self.width) }
            lines.append(Self.line([(fact.title, 100)] + answers))
        }
        lines += ["", Self.routesIntroduction, Self.line([("", 5), ("address", 65), ("declared for", 30)] + heads)]
        text = (lines + routes).joined(separator: "\n") + "\n"
    }

    /// What the facts are about: somebody who was entered and not invited, two telephone numbers, and a private panel.
    private static func enterFacts(_ house: House, _ who: WhoIsWhoHouse) async throws {
        let (database, identities) = (house.database, house.installation.identities)
        let (now, today, actor) = (house.clock.now, Day(house.clock.now), Entry.Actor.commandLine())
        let people = try await PersonStore(database, identities: identities).add(
            [
                PersonDetails(name: "Sam Invited", email: nil, agency: nil),
                PersonDetails(
                    name: "Cara Quiet", email: nil, agency: nil, telephone: TelephoneNumber("01632 960001")),
            ], by: actor, at: now)
        let body = try await BodyStore(database, identities: identities).add(
            BodyDetails(name: "Casework Panel", regime: .privatePanel), from: today, by: actor, at: now)
        let seat = try await SeatStore(database, identities: identities).add(
            SeatDetails(title: "Panel chair", role: .chair, agency: nil), to: body, from: today, by: actor, at: now)
        let officer = try await house.officer()
        try await officer.send(
            ["person": "\(people[1])", "from": "9/2/2016", "day": ""], to: "/partnership/seats/\(seat)/holder")
        try await officer.change("/partnership/people/\(who.person)/details", ["telephone": "01632 960002"])
        try await officer.change(
            "/partnership/agencies/\(who.agency)/liaison-officer", ["person": "\(people[1])", "day": "9/2/2016"])
    }

    private static let width = 13

    private static let introduction = """
        WHO SEES WHAT

        Every address of the site, tried out as everybody. The tests make this file and compare it with what they find: a
        change to it is a change to who may do what, and is read as one.

        Who asks, a column for each:

          visitor            somebody who is not signed in
          officer … admin    somebody in one seat of that role, and no other, signed in with both steps
          broken glass       an administrator who broke the glass for everything that can be opened in an emergency
          by password        an officer who signed in with a password and no second step
          neighbour          the officer of another partnership in the same records
          forger             somebody with a cookie they made up

        Whoever is invited, suspended or has left is answered as a visitor is, everywhere; and broken glass lets nobody in any
        more when it is over. Tests of their own hold both.

        WHAT EACH ROLE MAY DO

        """

    private static let factsIntroduction = """
        WHICH FACTS ABOUT PEOPLE ARE SHOWN TO WHOM

        Whether any page or file of the site shows them to somebody in that seat. One sees one’s own in any case.

        """

    private static let routesIntroduction = """
        WHO IS LET IN WHERE

        GET looks at a page or file; POST sends a form. ‘Proved’: only within a quarter of an hour of a proof of who sits there.

          yes  let in. The number is what was answered: 200 the page; 303 done, and led on to another; 404, 410 nothing of
               that name is there now; 422 the form was sent empty here, and says what is missing; 409 it was sent empty
               here over what is stored, and both versions are shown; 403 (at an address for
               everybody) what was sent is no good; 429 too many tries; 503 let in, but nothing can be printed in the tests
          no   not let in: 401 sign in first; 403 not for that seat, or not without the second step

        """

    /// The roles in the order in which they are written down.
    private static func askers(_ house: House, _ who: WhoIsWhoHouse) async throws -> [Asker] {
        var all = [Asker(title: "visitor") { house.visitor }]
        for role in Role.allCases.sorted(by: { $0 != .administrator && $1 == .administrator }) {
            let person = try await who.somebody(as: role)
            let title = role == .administrator ? "admin" : role.rawValue.replacing("lead", with: "l.")
            all.append(Asker(title: title) { try await house.somebody(person) })
        }
        // People of their own, for what one does to all their sessions reaches every one of them.
        let (breaker, weak) = (try await who.somebody(as: .administrator), try await who.somebody(as: .officer))
        all.append(Asker(title: "broken glass") { try await house.glassBreaker(breaker) })
        all.append(Asker(title: "by password") { try await house.somebody(weak, by: .password) })
        all.append(Asker(title: "neighbour") { try await house.neighbour() })
        all.append(Asker(title: "forger") { house.forger })
        return all
    }

    private static let facts = [
        Fact(title: "the name of somebody else, and whom they work for") { $0.reading.contains("Bo Commander") },
        Fact(title: "the email address of somebody else") { $0.reading.contains("ad@example.org") },
        Fact(title: "which seats somebody else holds") { $0.reading.contains("District Commander") },
        Fact(title: "who sits on a private panel") { $0.reading.contains("Panel chair: Cara Quiet") },
        Fact(title: "the telephone number of somebody else") { $0.reading.contains("01632 960002") },
        Fact(title: "the telephone number of an agency’s liaison officer") { $0.reading.contains("01632 960001") },
        Fact(title: "that somebody else’s membership is not active (here: that they are not yet invited)") {
            $0.text.contains(/class="tag[^"]*">Not yet invited</)
        },
        Fact(title: "when somebody else signed in") { $0.reading.contains("Somebody, Clerk signed in") },
        Fact(title: "who broke the glass, and why") {
            // The banner tells the breaker of it too.
            $0.reading.contains("Somebody, Administrator") && $0.reading.contains("A test of the glass")
        },
    ]

    /// What may be done, and the roles whose seats hold it.
    private static var permissions: [String] {
        let sorted = Program.permissions.sorted { $0.name < $1.name }
        return sorted.map { permission in
            let holders = Role.allCases.filter { permission.holders.contains($0) }.map(\.rawValue)
            let all = holders.count == Role.allCases.count
            if permission.isEverybodys { return "may \(permission.name): every member, with a seat or without" }
            let code = permission.asksForCode ? "; only after a second step of signing in" : ""
            return "may \(permission.name): \(all ? "every seat" : holders.joined(separator: ", "))\(code)"
        } + [""]
            + sorted.compactMap { permission in
                permission.emergency.map { "who breaks the glass may \(permission.name): \($0)" }
            }
    }

    private static func words(_ answer: TestResponse, _ route: Routes.Declaration) -> String {
        let isLetIn: Bool =
            switch route.audience {
            case .visitors: true
            case .members: ![.unauthorized, .forbidden].contains(answer.status)
            }
        return "\(isLetIn ? "yes" : "no ") \(answer.status.code)"
    }

    private static func line(_ route: Routes.Declaration, _ answers: [String]) -> String {
        let audience =
            switch route.audience {
            case .visitors: "everybody"
            case .members(let permission): "may \(permission.name)" + (route.asksForProof ? ", proved" : "")
            }
        return line(
            [(route.method.rawValue, 5), (route.path, 65), (audience, 30)] + answers.map { ($0, width) })
    }

    private static func line(_ cells: [(String, Int)]) -> String {
        let text = cells.map { cell, width in
            cell.padding(toLength: max(width, cell.count + 1), withPad: " ", startingAt: 0)
        }.joined()
        return String(text.reversed().drop { $0 == " " }.reversed())
    }
}
